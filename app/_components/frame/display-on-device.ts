import type { ChooseDisplay } from '@/forum/people/input'
import { DISPLAY_COOKIE } from '@/lib/display-script.mjs'

/** What an account keeps comes to a device that has something else; the next page begins with it. */
export function bringToDevice({ theme, textSize, marks, keys }: ChooseDisplay): void {
  const kept = `${DISPLAY_COOKIE}=${theme}.${textSize}.${marks}.${keys}`
  if (document.cookie.split('; ').includes(kept)) return
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the store of cookies is missing in browsers that are a few years old
  document.cookie = `${kept}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`
  const { documentElement: page } = document
  if (theme === 'system') delete page.dataset.theme
  else page.dataset.theme = theme
  if (textSize === 'normal') delete page.dataset.text
  else page.dataset.text = textSize
  page.toggleAttribute('data-no-marks', marks === 'off')
  page.toggleAttribute('data-no-keys', keys === 'off')
  for (const hear of listeners) hear()
}

/** Something of it is switched on the page where it works: at once here, and with the account of whoever is signed in. */
export function switchDisplay(change: Partial<ChooseDisplay>): void {
  const chosen = { ...displayOnDevice(), ...change }
  bringToDevice(chosen)
  void fetch('/api/me/display', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(chosen),
    keepalive: true,
  }).catch(() => undefined)
}

/** Single letters as keys can be in the way of speech input and assistive technology (WCAG 2.1.4). */
export const areKeysOff = () => document.documentElement.hasAttribute('data-no-keys')
export const areMarksOff = () => document.documentElement.hasAttribute('data-no-marks')

const listeners = new Set<() => void>()

/** For useSyncExternalStore. @returns what ends the listening */
export function onDisplay(hear: () => void): () => void {
  listeners.add(hear)
  return () => listeners.delete(hear)
}

/** The page itself says how it looks. */
function displayOnDevice(): ChooseDisplay {
  const { theme, text } = document.documentElement.dataset
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    textSize: text === 'small' || text === 'large' || text === 'larger' ? text : 'normal',
    marks: areMarksOff() ? 'off' : 'on',
    keys: areKeysOff() ? 'off' : 'on',
  }
}
