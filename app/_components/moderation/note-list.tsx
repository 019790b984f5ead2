import type { PersonRecord } from '@/forum/moderation/record'
import type { Language } from '@/messages/language'
import { When } from './when'

/** What moderators noted for each other, the latest first. */
export function NoteList({ notes, language }: { notes: PersonRecord['notes']; language: Language }) {
  return (
    <ul className="grid gap-2 empty:hidden">
      {notes.map((note) => (
        <li key={note.id} className="min-w-0 rounded-md bg-sunk px-3 py-2 text-sm">
          <p className="text-[0.8125rem] text-ink-3">
            <b className="font-semibold wrap-anywhere text-ink-2">{note.by.handle}</b>
            {' · '}
            <When at={note.at} language={language} />
          </p>
          <p dir="auto" className="whitespace-pre-line wrap-anywhere">
            {note.body}
          </p>
        </li>
      ))}
    </ul>
  )
}
