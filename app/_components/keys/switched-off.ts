const KEY = 'marginalia:keys'

/** Single letters as keys can be in the way of speech input and assistive technology (WCAG 2.1.4): kept on this device. */
export function areKeysOff(): boolean {
  try {
    return localStorage.getItem(KEY) === 'off'
  } catch {
    return false
  }
}

export function switchKeys(on: boolean) {
  try {
    if (on) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  } catch {
    // Storage is forbidden: the keys stay as they are.
  }
}
