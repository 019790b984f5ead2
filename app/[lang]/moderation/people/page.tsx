import type { Metadata } from 'next'
import { PeopleTable } from '@/app/_components/moderation/people-table'
import { inLanguage } from '@/app/_web/address'
import { keptForm } from '@/app/_web/kept'
import { orNotFound, pageLanguage } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { PeopleAddress } from '@/forum/moderation/input'
import { PEOPLE_AMONG, type PeopleAmong } from '@/forum/people/input'
import { listPeople } from '@/forum/people/queries'
import { moderation } from '@/messages/moderation'
import { button } from '@/ui/button'
import { FIELD, Field } from '@/ui/field'

export const dynamic = 'force-dynamic'

const PATH = '/moderation/people'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: moderation[pageLanguage((await params).lang)].people }
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const language = pageLanguage((await params).lang)
  const query = await searchParams
  const { q, after, among } = PeopleAddress.parse(query)
  const t = moderation[language]
  const page = { search: q, among, ...(after ? { after } : {}) }
  const { people, after: next } = await orNotFound(listPeopleOf(page), { language, path: PATH })
  return (
    <main className="mx-auto w-full max-w-5xl flex-1 px-4 py-7 mid:px-7">
      <h1 className="font-serif text-2xl font-semibold">{t.people}</h1>
      <search>
        <form
          method="get"
          action={inLanguage(language, PATH)}
          className="mt-4 flex max-w-2xl flex-wrap items-end gap-3"
        >
          <div className="min-w-40 flex-1">
            <Field name="q" label={t.searchPeople} defaultValue={q} maxLength={60} autoComplete="off" />
          </div>
          <div className="grid gap-1">
            <label htmlFor="among" className="text-sm font-semibold">
              {t.among}
            </label>
            <select id="among" name="among" defaultValue={among} className={`${FIELD} min-h-11`}>
              {PEOPLE_AMONG.map((one) => (
                <option key={one} value={one}>
                  {t.amongWhich[one]}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className={button('plain', 'min-h-11')}>
            {t.find}
          </button>
        </form>
      </search>
      {people.length === 0 ? (
        <p className="mt-6 text-ink-2">{t.noPeople}</p>
      ) : (
        <PeopleTable people={people} kept={await keptForm('lift-suspension', query.kept)} language={language} />
      )}
      {next ? (
        <a
          href={inLanguage(language, `${PATH}?${new URLSearchParams({ q, among, after: next })}`)}
          className={button('plain', 'mt-5')}
        >
          {t.morePeople}
        </a>
      ) : null}
    </main>
  )
}

async function listPeopleOf(page: { search: string; after?: string; among: PeopleAmong }) {
  return listPeople(await viewer(), page)
}
