import { cookies } from 'next/headers'
import { type KeptForm, readKeptForm } from '@/forum/forms/kept'
import { Refusal } from '@/forum/refusal'
import { formsCookie } from './form'

/** What people write in their own words, in the forms that a guest may fill in. */
const TEXT_FIELDS = ['body', 'note']

/** Whether words wait behind sign-in, in the form that the way back names. */
export async function wordsWait(then: string): Promise<boolean> {
  const kept = await readKept(new URL(then, 'http://forum.invalid').searchParams.get('kept') ?? undefined)
  return TEXT_FIELDS.some((field) => kept?.fields[field]?.trim())
}

/** The form that `?kept=` names, for the page that shows it again; undefined when there is none or it is another one. */
export async function keptForm(name: string, id: string | string[] | undefined): Promise<KeptForm | undefined> {
  const kept = await readKept(id)
  return kept?.form === name ? kept : undefined
}

async function readKept(id: string | string[] | undefined): Promise<KeptForm | undefined> {
  if (typeof id !== 'string') return undefined
  try {
    return await readKeptForm((await cookies()).get(formsCookie())?.value, id)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
