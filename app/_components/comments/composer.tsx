'use client'
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { commentPath, inLanguage } from '@/app/_web/address'
import { BODY_MAX } from '@/forum/comments/limits'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'
import { Notice } from '@/ui/notice'
import { CurrentText } from './current-text'
import { useDraft } from './draft'
import { PostedLine } from './posted-line'
import { newClientId, sendComment } from './send-comment'
import { Written } from './written'
import { WrittenPreview } from './written-preview'

type Props = {
  paragraphId: string
  language: Language
  /** Of the paragraph, for the label of a comment on it. */
  ordinal?: number
  /** What is answered. */
  parent?: { id: string; handle: string }
  /** What is edited. */
  editing?: { id: string; revision: number; body: string }
  /** Shown again with what was written before. */
  kept?: { id: string; body: string; quote?: string; problem?: string; html?: string; revision?: string }
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
  const [clientId, setClientId] = useState(props.clientId ?? '')
  const draftKey = editing ? `edit:${editing.id}` : `${paragraphId}:${parent?.id ?? ''}`
  const draft = useDraft(draftKey, { id, saved: editing?.body ?? '', kept: kept?.body })
  const body = draft.text
  const [quote, setQuote] = useState(kept?.quote ?? '')
  const [problem, setProblem] = useState(kept?.problem)
  const [sending, setSending] = useState(false)
  const [posted, setPosted] = useState<{ id: string; isHeld: boolean }>()
  const [preview, setPreview] = useState(false)
  // What an edit replaces: the comment as it stands, to be seen wherever the words in the field did not begin with it.
  const [current, setCurrent] = useState(editing)
  const [overtaken, setOvertaken] = useState(
    kept !== undefined && editing !== undefined && kept.revision !== String(editing.revision),
  )
  const label = parent ? t.writeReply(parent.handle) : props.ordinal ? t.write(props.ordinal) : t.yourComment
  const length = [...body].length
  const inPanel = props.stays && !parent

  async function submit(event: FormEvent<HTMLFormElement>) {
    const pressed = (event.nativeEvent as SubmitEvent).submitter
    if (pressed?.getAttribute('name') === 'intent') {
      event.preventDefault()
      setPreview(!preview)
      return
    }
    event.preventDefault()
    if (sending) return
    setSending(true)
    const once = clientId || newClientId()
    setClientId(once)
    const result = await sendComment({
      paragraphId,
      parentId: parent?.id,
      editing: current,
      body,
      quote,
      clientId: once,
      language,
    })
    setSending(false)
    // A guest, or the session ended meanwhile: the form itself goes to the server, which keeps it and asks to sign in.
    if (result === 'sign-in') return form.current?.submit()
    if ('problem' in result) {
      setProblem(result.problem)
      if (result.current) {
        setCurrent(result.current)
        setOvertaken(true)
      }
      area.current?.focus()
      return
    }
    draft.forget()
    if (!props.stays) return window.location.assign(inLanguage(language, commentPath(result.id)))
    draft.change('')
    setQuote('')
    setClientId('')
    setProblem(undefined)
    setPreview(false)
    if (props.onPosted) props.onPosted(result.id)
    else setPosted({ id: result.id, isHeld: result.status === 'held' })
  }

  // While an input method is at work, Escape is its key.
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || !props.onClose) return
    event.preventDefault()
    props.onClose()
  }

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
          <input type="hidden" name="quote" value={quote} />
          <input type="hidden" name="clientId" value={clientId} />
        </>
      )}
      {problem ? (
        <Notice id={`${id}-problem`} look="refusal">
          {problem}
        </Notice>
      ) : null}
      {current && (overtaken || draft.restored) ? <CurrentText body={current.body} language={language} /> : null}
      {quote ? (
        <blockquote dir="auto" className="border-s-2 border-rubric ps-3 font-serif text-sm italic text-ink-2">
          <span className="sr-only">{t.youQuote}: </span>
          {quote}
        </blockquote>
      ) : null}
      <label htmlFor={id} className={inPanel ? 'sr-only' : 'text-sm font-semibold'}>
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        name="body"
        rows={inPanel ? 1 : 6}
        value={body}
        onChange={(event) => draft.change(event.target.value)}
        dir="auto"
        placeholder={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        // biome-ignore lint/a11y/noAutofocus: the reader has just asked for this field
        autoFocus={props.focused}
        className={`${FIELD} field-sizing-content max-h-[45dvh] resize-none ${inPanel ? 'min-h-11 mid:min-h-16' : 'min-h-28'} text-[0.9375rem]`}
      />
      {preview ? <WrittenPreview body={body} language={language} /> : null}
      {!preview && kept?.html ? (
        <section aria-label={t.previewTitle} className="rounded-md border border-rule px-3 py-2">
          <Written html={kept.html} />
        </section>
      ) : null}
      <div className={`flex flex-wrap items-center gap-2 text-[0.8125rem] text-ink-3 ${inPanel ? WHEN_WRITING : ''}`}>
        <span className="me-auto">
          {length > BODY_MAX * 0.8 ? (
            <span className={length > BODY_MAX ? 'font-semibold text-rubric-ink' : ''}>
              {t.count(length, BODY_MAX)}
            </span>
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
        <button type="submit" aria-disabled={sending || undefined} className={button('primary')}>
          {sending ? t.sending : editing ? t.save : parent ? t.postReply : t.post}
        </button>
      </div>
      {props.stays && !props.onPosted ? (
        <PostedLine id={posted?.id} isHeld={posted?.isHeld} language={language} />
      ) : null}
    </form>
  )
}
