import { isDeletedHandle } from '@/forum/people/limits'
import type { Language } from '@/messages/language'
import { thread } from '@/messages/thread'

/** What a person is called on a page: of a deleted account nothing is left to call it by. */
export function shownName(handle: string, language: Language, name: string = handle): string {
  return isDeletedHandle(handle) ? thread[language].deletedAccount : name
}
