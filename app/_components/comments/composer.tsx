'use client'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { shownName } from '@/app/_components/people/shown-name'
import { commentPath, inLanguage } from '@/app/_web/address'
import { BODY_MAX } from '@/forum/comments/limits'
import { isDeletedHandle } from '@/forum/people/limits'
import { says } from '@/lib/near-words'
import type { Language } from '@/messages/language'
import { refusals } from '@/messages/refusals'
import { thread } from '@/messages/thread'
import { writing } from '@/messages/writing'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'
import { Notice } from '@/ui/notice'
import { AlreadySaid } from './already-said'
import { CurrentText } from './current-text'
import { read, together, useDraft, write } from './draft'
import { draftKey } from './draft-key'
import { useLeaveWarning } from './leave-warning'
import { useMentions } from './mentions'
import { OtherDraft } from './other-draft'
import { PostedLine } from './posted-line'
import { type Quotable, QuoteField } from './quote-field'
import { quotation, useQuoting } from './quoting'
import { newClientId } from './send-comment'
import { SendingComment } from './sending-comment'
import { useServerDraft } from './server-draft'
import { useSending } from './use-sending'
import { Written } from './written'
import { WrittenPreview } from './written-preview'

type Props = {
  paragraphId: string
  language: Language
  /** Of the paragraph, for the label of a comment on it. */
  ordinal?: number
  /** What is answered. */
  parent?: { id: string; handle: string }
  /** What can be quoted: the paragraph's words, or those of what is answered. */
  quotable?: Quotable
  /** Words of what is answered that somebody has selected to begin with. */
  citing?: string | undefined
  /** Stands on a page that works without JavaScript: the choice of words is open. */
  choosing?: boolean
  /** What is edited. */
  editing?: { id: string; revision: number; body: string }
  /** Shown again with what was written before. */
  kept?: { id: string; body: string; quote?: string; problem?: string; html?: string; revision?: string }
  /** The draft that the server has, on pages of the person's own. */
  begun?: { body: string; quote: string | null } | undefined
  clientId?: string
  /** Stands in the discussion, and stays there after posting; a page of its own goes to the comment. */
  stays?: boolean
  focused?: boolean
  onClose?: () => void
  /** Says itself that it is posted; else the form does. */
  onPosted?: (id: string) => void
}

/** On a phone the buttons come when somebody writes: until then the line is all it takes. */
const WHEN_WRITING = 'max-mid:group-[:has(textarea:placeholder-shown):not(:focus-within)]/composer:hidden'

/**
 * The form of a comment, a reply or an edit. A real form: without JavaScript it is posted to /do/comments/…. With it, the
 * same input goes to the JSON door and the page stays. To a guest that door says "sign in": then the form itself is posted,
 * and the server keeps it over sign-in.
 */
export function Composer(props: Props) {
  const { paragraphId, language, parent, editing, kept } = props
  const t = thread[language]
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const leaving = useRef(false)
  const [clientId, setClientId] = useState(props.clientId ?? '')
  const key = editing ? `edit:${editing.id}` : draftKey(paragraphId, parent?.id)
  const first = kept ?? (props.begun && { body: props.begun.body, quote: props.begun.quote ?? '' })
  const draft = useDraft(key, { id, saved: editing?.body ?? '', kept: kept?.body, begun: props.begun?.body })
  const body = draft.text
  const [quote, setQuote] = useKeptQuote(key, first?.quote)
  const server = useServerDraft(
    { paragraphId, parentId: parent?.id },
    { body, quote },
    (words) => {
      draft.change(words.body)
      setQuote(words.quote)
    },
    !editing && draft.ready,
  )
  const [problem, setProblem] = useState(kept?.problem)
  const [posted, setPosted] = useState<{ id: string; isHeld: boolean }>()
  const [preview, setPreview] = useState(false)
  // What an edit replaces: the comment as it stands, to be seen wherever the words in the field did not begin with it.
  const [current, setCurrent] = useState(editing)
  const [overtaken, setOvertaken] = useState(
    kept !== undefined && editing !== undefined && kept.revision !== String(editing.revision),
  )
  const sending = useSending(paragraphId, parent?.id, { onPosted: finish, onRefused: comeBack })
  const isSending = sending.onItsWay !== undefined
  // Shown above the form as it will stand in the discussion.
  const isShown = isSending && props.stays && !editing
  const mentions = useMentions(area, body, draft.change, language)
  useLeaveWarning(body.trim() !== '' && body !== editing?.body && !draft.safe && !server.isSaved, leaving)
  useQuoting(
    (asked) => ('ordinal' in asked ? !parent && asked.ordinal === props.ordinal : asked.commentId === parent?.id),
    cite,
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the form was opened with, when its draft is there
  useEffect(() => {
    if (props.citing && draft.ready) cite(props.citing)
  }, [draft.ready])
  const label = parent ? t.writeReply(parent.handle) : props.ordinal ? t.write(props.ordinal) : t.yourComment
  const length = [...body].length
  const inPanel = props.stays && !parent

  function goTo(commentId: string) {
    leaving.current = true
    window.location.assign(inLanguage(language, commentPath(commentId)))
  }

  /** The form of something that is on its way is empty, for the next. */
  function empty() {
    draft.change('')
    setQuote('')
    setClientId('')
    setProblem(undefined)
    setPreview(false)
  }

  function finish(commentId: string, isHeld: boolean) {
    if (!props.stays) goTo(commentId)
    else if (props.onPosted) props.onPosted(commentId)
    else setPosted({ id: commentId, isHeld })
  }

  function comeBack(item: { body: string; quote: string; clientId: string }, why?: string) {
    draft.change(together(body, item.body))
    setQuote(item.quote || quote)
    setClientId(item.clientId)
    setProblem(why ?? refusals[language]['sign-in-required']({}))
    area.current?.focus()
  }

  const called = (handle: string) => (isDeletedHandle(handle) ? shownName(handle, language) : `@${handle}`)

  /** Words of the paragraph stand beside the comment, those of another comment in it. */
  function cite(words: string) {
    if (parent)
      draft.change(`${body.trim() === '' ? '' : `${body.trimEnd()}\n\n`}${quotation(called(parent.handle), words)}`)
    // What was selected may go beyond the paragraph's words (a figure's label, a number of a list).
    else if (words === '' || !props.quotable || says(props.quotable.text, words)) setQuote(words)
    else setProblem(refusals[language]['quote-not-found']({}))
    // After the thread that is opening has taken the focus.
    requestAnimationFrame(() => requestAnimationFrame(() => area.current?.focus()))
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const pressed = (event.nativeEvent as SubmitEvent).submitter
    if (pressed?.getAttribute('name') === 'intent') return setPreview(!preview)
    if (isSending) return
    const once = clientId || newClientId()
    setClientId(once)
    setProblem(undefined)
    const result = await sending.send({
      paragraphId,
      parentId: parent?.id,
      editing: current,
      body,
      quote,
      clientId: once,
      language,
    })
    if (result === 'waits') return empty()
    // A guest, or the session ended meanwhile: the form itself goes to the server, which keeps it and asks to sign in.
    if (result === 'sign-in') {
      leaving.current = true
      if (area.current) area.current.value = body
      return form.current?.submit()
    }
    if ('problem' in result) {
      setProblem(result.problem)
      if (result.current) {
        setCurrent(result.current)
        setOvertaken(true)
      }
      area.current?.focus()
      return
    }
    empty()
    if (!props.stays) await server.drop()
    finish(result.id, result.status === 'held')
  }

  // While an input method is at work, Escape is its key.
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || !props.onClose) return
    event.preventDefault()
    props.onClose()
  }

  const alreadySaid =
    editing || isSending ? null : (
      <AlreadySaid
        paragraphId={paragraphId}
        parentId={parent?.id}
        body={body}
        language={language}
        onGone={() => {
          leaving.current = true
          empty()
          void server.drop()
        }}
      />
    )

  return (
    <form
      ref={form}
      method="post"
      action={editing ? '/do/comments/edit' : '/do/comments/post'}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      className="group/composer grid gap-2"
    >
      <input type="hidden" name="lang" value={language} />
      {kept ? <input type="hidden" name="kept" value={kept.id} /> : null}
      {current ? (
        <>
          <input type="hidden" name="commentId" value={current.id} />
          <input type="hidden" name="revision" value={current.revision} />
        </>
      ) : (
        <>
          <input type="hidden" name="paragraphId" value={paragraphId} />
          <input type="hidden" name="parentId" value={parent?.id ?? ''} />
          <input type="hidden" name="clientId" value={clientId} />
        </>
      )}
      {problem ? (
        <Notice id={`${id}-problem`} look="refusal">
          {problem}
        </Notice>
      ) : null}
      {current && (overtaken || draft.restored) ? <CurrentText body={current.body} language={language} /> : null}
      {isShown ? <SendingComment body={sending.onItsWay ?? ''} language={language} /> : null}
      {sending.waiting.map((item) => (
        <SendingComment
          key={item.clientId}
          body={item.body}
          language={language}
          waits={{
            onSend: sending.sendNow,
            onTakeBack: () => {
              sending.takeBack(item)
              draft.change(together(body, item.body))
              setQuote(item.quote || quote)
              setClientId(item.clientId)
              area.current?.focus()
            },
          }}
        />
      ))}
      {server.other ? (
        <OtherDraft
          body={server.other.body}
          language={language}
          onTake={() => {
            draft.change(together(body, server.other?.body ?? ''))
            if (quote === '') setQuote(server.other?.quote ?? '')
            server.settle()
          }}
          onLeave={server.settle}
        />
      ) : null}
      {inPanel ? alreadySaid : null}
      {editing ? null : (
        <QuoteField
          paragraphId={paragraphId}
          quotable={props.quotable}
          quote={quote}
          onQuote={setQuote}
          onCite={cite}
          open={props.choosing}
          className={inPanel ? WHEN_WRITING : ''}
          language={language}
        />
      )}
      <label htmlFor={id} className={inPanel ? 'sr-only' : 'text-sm font-semibold'}>
        {label}
      </label>
      <div className="relative grid">
        <div className="absolute inset-x-0 bottom-full z-20 mb-1">{mentions.list}</div>
        <textarea
          ref={area}
          id={id}
          name="body"
          rows={inPanel ? 1 : 6}
          value={isShown ? '' : body}
          onChange={(event) => draft.change(event.target.value)}
          onKeyDown={mentions.onKeyDown}
          onSelect={mentions.look}
          dir="auto"
          placeholder={label}
          {...mentions.aria}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          // biome-ignore lint/a11y/noAutofocus: the reader has just asked for this field
          autoFocus={props.focused}
          className={`${FIELD} field-sizing-content max-h-[45dvh] resize-none ${inPanel ? 'min-h-11 mid:min-h-16' : 'min-h-28'} text-[0.9375rem]`}
        />
      </div>
      {inPanel ? null : alreadySaid}
      {preview ? <WrittenPreview body={body} language={language} /> : null}
      {!preview && kept?.html ? (
        <section aria-label={t.previewTitle} className="rounded-md border border-rule px-3 py-2">
          <Written html={kept.html} />
        </section>
      ) : null}
      <div className={`flex flex-wrap items-center gap-2 text-[0.8125rem] text-ink-3 ${inPanel ? WHEN_WRITING : ''}`}>
        {/* What is said of the draft changes while somebody writes: it folds, so that the buttons stay where they are. */}
        <span className="me-auto min-w-0 flex-1 basis-24">
          {length > BODY_MAX * 0.8 ? (
            <span className={length > BODY_MAX ? 'font-semibold text-rubric-ink' : ''}>
              {t.count(length, BODY_MAX)}
            </span>
          ) : body.trim() !== '' && !editing && !draft.safe && !server.isSaved ? (
            <span className="text-warn">{writing[language].notKept}</span>
          ) : body.trim() !== '' && server.isSaved ? (
            writing[language].keptEverywhere
          ) : (
            t.hint
          )}
        </span>
        {props.onClose ? (
          <button type="button" onClick={props.onClose} className={button('quiet')}>
            {t.cancel}
          </button>
        ) : null}
        <button
          type="submit"
          name="intent"
          value="preview"
          formAction="/do/comments/preview"
          aria-expanded={preview || undefined}
          className={button('quiet')}
        >
          {preview ? t.goOnWriting : t.preview}
        </button>
        <button type="submit" aria-disabled={isSending || undefined} className={button('primary')}>
          {isSending ? t.sending : editing ? t.save : parent ? t.postReply : t.post}
        </button>
      </div>
      {props.stays && !props.onPosted ? (
        <PostedLine id={posted?.id} isHeld={posted?.isHeld} language={language} />
      ) : null}
    </form>
  )
}

/** The words that are quoted, on this device beside the draft. */
function useKeptQuote(key: string, given: string | undefined) {
  const [quote, setQuote] = useState(given ?? '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, when the scripts have come
  useEffect(() => {
    if (given === undefined) setQuote(read(`quote:${key}`))
  }, [])
  return [
    quote,
    (next: string) => {
      setQuote(next)
      write(`quote:${key}`, next)
    },
  ] as const
}
