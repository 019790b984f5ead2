import type { ChooseDisplay } from '@/forum/people/input'
import { DISPLAY_COOKIE } from '@/lib/display-script.mjs'

/** What an account keeps comes to a device that has something else; the next page begins with it. */
export function bringToDevice({ theme, textSize }: ChooseDisplay): void {
  const kept = `${DISPLAY_COOKIE}=${theme}.${textSize}`
  if (document.cookie.split('; ').includes(kept)) return
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the store of cookies is missing in browsers that are a few years old
  document.cookie = `${kept}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  if (textSize === 'normal') delete dataset.text
  else dataset.text = textSize
}
