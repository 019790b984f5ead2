import { cookies } from 'next/headers'
import { ChooseDisplay } from '@/forum/people/input'
import { DISPLAY_COOKIE } from '@/lib/display-script.mjs'
import { ownCookie } from './auth/cookie'

const YEAR = 365 * 24 * 60 * 60

/** For the script in every page (lib/display-script.mjs), which has to read it. */
export async function keepOnDevice({ theme, textSize, marks, keys }: ChooseDisplay): Promise<void> {
  const jar = await cookies()
  jar.set(DISPLAY_COOKIE, `${theme}.${textSize}.${marks}.${keys}`, { ...ownCookie(), httpOnly: false, maxAge: YEAR })
}

export async function keptOnDevice(): Promise<ChooseDisplay | null> {
  const [theme, textSize, marks = 'on', keys = 'on'] = (await cookies()).get(DISPLAY_COOKIE)?.value.split('.') ?? []
  return ChooseDisplay.safeParse({ theme, textSize, marks, keys }).data ?? null
}
