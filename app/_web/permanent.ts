import { Refusal } from '@/forum/refusal'
import type { Language } from '@/messages/language'
import { inLanguage } from './address'

/** Where it stands now; tomorrow it may be elsewhere, so nobody may remember this. */
export function moved(location: string): Response {
  return new Response(null, { status: 307, headers: { location, 'cache-control': 'private, no-store' } })
}

/** @throws anything but a refusal */
export function notThere(language: Language, error?: unknown): Response {
  if (error !== undefined && !(error instanceof Refusal)) throw error
  const words = { en: ['There is nothing here.', 'To the front page'], zh: ['这里没有内容。', '回到首页'] }[language]
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>404</title><p>${words[0]}</p><p><a href="${inLanguage(language, '/')}">${words[1]}</a></p></html>`
  return new Response(html, {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
  })
}
