import { cookies } from 'next/headers'
import { type KeptForm, readKeptForm } from '@/forum/forms/kept'
import { Refusal } from '@/forum/refusal'
import { FORMS_COOKIE } from './form'

/** The form that `?kept=` names, for the page that shows it again; undefined when there is none or it is another one. */
export async function keptForm(name: string, id: string | string[] | undefined): Promise<KeptForm | undefined> {
  if (typeof id !== 'string') return undefined
  try {
    const kept = await readKeptForm((await cookies()).get(FORMS_COOKIE)?.value, id)
    return kept.form === name ? kept : undefined
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
