import { cookies } from 'next/headers'
import type { z } from 'zod'
import { forgetKeptForm, KEPT_MAX_BYTES, keepForm } from '@/forum/forms/kept'
import { parse } from '@/forum/parse'
import { Refusal, type RefusalCode } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { DEFAULT_LANGUAGE } from '@/lib/default-language'
import { logError } from '@/lib/log'
import { newSecret } from '@/lib/secret'
import { isLanguage, type Language } from '@/messages/language'
import { refusals } from '@/messages/refusals'
import { inLanguage } from './address'
import { cookieName, ownCookie } from './auth/cookie'
import { readBody } from './body'
import { networkOf } from './network'
import { requireOwnOrigin } from './origin'
import { viewer } from './viewer'

export const formsCookie = () => cookieName('marginalia-forms')
/** Fields of every form that are ours, not the schema's: language of the page, the kept form it was shown from. */
const OWN_FIELDS = new Set(['lang', 'kept'])
/** Never kept, never shown again. */
const SECRET_FIELDS = new Set(['password', 'newPassword', 'code', 'credential', 'secret', 'proof'])
/** What signing in mends. */
const BY_SIGN_IN = new Set<RefusalCode>(['sign-in-required', 'prove-again'])

export type Upload = { name: string; bytes: Uint8Array }

type Asked<I> = {
  viewer: Viewer
  input: I
  /** The file that the form brought; null when nobody chose one. */
  upload: Upload | null
  network: string
  fields: Record<string, string>
  language: Language
}

type FormDoor<S extends z.ZodType> = {
  /** Its name in the store of kept forms. */
  name: string
  schema: S
  /** The page that shows the form, without language prefix; `?kept=` is added when something has to be mended. */
  page: (fields: Record<string, string>) => string
  /** The form is never done by this door: valid or not, it is kept and shown again. */
  keepAlways?: boolean
  /** For whole texts; the others take what a comment can need. */
  maxBytes?: number
}

type Done = {
  /** Where the person goes, without language prefix; a full path of a request they came from is taken as it is. */
  to: string
  asItIs?: boolean
}

type FormHandler = ((request: Request) => Promise<Response>) & { form: string }

/**
 * The one wrapper of forms, which work without JavaScript: our own origin, input through the schema, the act, and a
 * redirect (303), so that reloading repeats nothing. A refusal keeps what was written and shows the form again with it;
 * a guest is led through sign-in and back to the form.
 */
export function form<S extends z.ZodType>(
  door: FormDoor<S>,
  act: (asked: Asked<z.output<S>>) => Promise<Done>,
): FormHandler {
  const handler = async (request: Request): Promise<Response> => {
    let fields: Record<string, string> = {}
    let upload: Upload | null = null
    const network = networkOf(request)
    try {
      requireOwnOrigin(request)
      ;({ fields, upload } = await readForm(request, door.maxBytes ?? KEPT_MAX_BYTES))
      const language = languageOf(fields)
      const given = Object.fromEntries(Object.entries(fields).filter(([name]) => !OWN_FIELDS.has(name)))
      if (door.keepAlways) {
        parse(door.schema, given)
        return seeOther(await shownAgain(door, fields, network, null))
      }
      const who = await viewer()
      const done = await act({ viewer: who, input: parse(door.schema, given), upload, network, fields, language })
      await forgetKeptForm((await cookies()).get(formsCookie())?.value, fields.kept ?? '')
      return seeOther(done.asItIs ? done.to : inLanguage(language, done.to))
    } catch (error) {
      if (!(error instanceof Refusal)) logError('a form failed', error, { form: door.name })
      return mendable(door, fields, network, error)
    }
  }
  return Object.assign(handler, { form: door.name })
}

type Shown = { name: string; page: (fields: Record<string, string>) => string }

async function mendable(door: Shown, fields: Record<string, string>, network: string, error: unknown) {
  const refusal = error instanceof Refusal ? error : undefined
  const language = languageOf(fields)
  // Nothing to show again: what came was no form of ours, or is larger than what is kept.
  if (
    !refusal ||
    refusal.code === 'too-large' ||
    refusal.code.startsWith('malformed') ||
    refusal.code === 'foreign-origin'
  )
    return plainPage(refusal, language)
  try {
    const page = await shownAgain(door, fields, network, refusal)
    if (!BY_SIGN_IN.has(refusal.code)) return seeOther(page)
    const again = refusal.code === 'prove-again' ? '&again=1' : ''
    return seeOther(inLanguage(language, `/sign-in?then=${encodeURIComponent(page)}${again}`))
  } catch (full) {
    // No more is kept for this network: the browser's way back still has the form.
    if (full instanceof Refusal) return plainPage(full, language)
    throw full
  }
}

/** Keeps the form. @returns the address that shows it again */
async function shownAgain(door: Shown, fields: Record<string, string>, network: string, refusal: Refusal | null) {
  const jar = await cookies()
  const secret = jar.get(formsCookie())?.value || newSecret()
  jar.set(formsCookie(), secret, { ...ownCookie(), maxAge: 48 * 3600 })
  const open = Object.entries(fields).filter(([field]) => !SECRET_FIELDS.has(field))
  // Waiting for sign-in is no mistake of the writer's: the form comes back without a complaint.
  const complaint = refusal && !BY_SIGN_IN.has(refusal.code)
  const problem = complaint ? { code: refusal.code, ...refusal.about } : null
  const { id } = await keepForm(network, secret, { form: door.name, fields: Object.fromEntries(open), problem })
  const page = door.page(fields)
  return inLanguage(languageOf(fields), `${page}${page.includes('?') ? '&' : '?'}kept=${id}`)
}

/** One file at most, whatever its field is called; where nobody chose one, an empty one without a name arrives. */
async function readForm(request: Request, maxBytes: number) {
  const bytes = await readBody(request, maxBytes)
  const type = request.headers.get('content-type') ?? ''
  try {
    const data = await new Response(bytes, { headers: { 'content-type': type } }).formData()
    const entries = [...data]
    const file = entries.map(([, value]) => value).find((value) => typeof value !== 'string' && value.name !== '')
    return {
      // Not by assignment: a field may be called __proto__, and is one that no schema knows.
      fields: Object.fromEntries(entries.filter((field): field is [string, string] => typeof field[1] === 'string')),
      upload: file instanceof File ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null,
    }
  } catch {
    throw new Refusal('malformed-form')
  }
}

function languageOf(fields: Record<string, string>): Language {
  return isLanguage(fields.lang) ? fields.lang : DEFAULT_LANGUAGE
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } })
}

/** A page without our design, for what happens outside our pages. The browser's way back still has the text. */
function plainPage(refusal: Refusal | undefined, language: Language): Response {
  const sentence = refusal
    ? refusals[language][refusal.code](refusal.about.facts ?? {})
    : {
        en: 'Something broke on our side. Go back: your text is still there.',
        zh: '我们这边出了问题。请返回，文字还在。',
      }[language]
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Marginalia</title><p>${escaped(sentence)}</p></html>`
  return new Response(html, {
    status: refusal?.status ?? 500,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
  })
}

/** A sentence may repeat what somebody wrote. */
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
