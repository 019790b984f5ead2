import { Refusal } from '@/forum/refusal'

/** A link that is used, expired or made up is no error of the page that shows it. */
export async function linkOrNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Refusal && error.code === 'link-used') return null
    throw error
  }
}
