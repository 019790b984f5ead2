import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FeedLink } from '@/app/_components/feeds/feed-link'
import { ClearAbout } from '@/app/_components/people/clear-about'
import { EarlierLink } from '@/app/_components/people/earlier-link'
import { EssaysOf } from '@/app/_components/people/essays-of'
import { Moderates } from '@/app/_components/people/moderates'
import { PersonComment } from '@/app/_components/people/person-comment'
import { PersonHeading } from '@/app/_components/people/person-heading'
import { RoleForm } from '@/app/_components/people/role-form'
import { WidePage } from '@/app/_components/people/wide-page'
import { PersonChoiceForm } from '@/app/_components/telling/person-choice-form'
import { inLanguage, personPath } from '@/app/_web/address'
import { asked, idOf, type PageProps } from '@/app/_web/asked'
import { askedHandle } from '@/app/_web/asked-handle'
import { keptForm } from '@/app/_web/kept'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { Slug } from '@/forum/essay/input'
import { readPersonChoice } from '@/forum/notifications/ignored'
import { movedTo } from '@/forum/people/claims'
import { readProfile, readRoleChoice } from '@/forum/people/queries'
import { account } from '@/messages/account'
import { feeds } from '@/messages/feeds'
import { Notice } from '@/ui/notice'

export const dynamic = 'force-dynamic'

type Props = PageProps<{ handle: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `@${askedHandle((await params).handle)}` }
}

export default async function PersonPage(props: Props) {
  const { language, params, query } = await asked(props)
  const t = account[language]
  const handle = askedHandle(params.handle)
  const moved = await movedTo(handle)
  if (moved) redirect(inLanguage(language, personPath(moved)))
  const who = await viewer()
  const essay = Slug.safeParse(query.essay).data
  const reading = readProfile(who, handle, idOf(query.before), essay)
  const { person, moderates, essays, can, comments, before } = await orNotFound(reading)
  const chosen = can.choose ? await readPersonChoice(who, person.handle) : null
  const kept = await keptForm('role', query.kept)
  const roleChoice = can.changeRole ? await readRoleChoice(who, person.handle) : null
  return (
    <WidePage>
      <PersonHeading person={person} language={language} />
      {moderates ? <Moderates essays={moderates} language={language} /> : null}
      {can.clearAbout ? (
        <ClearAbout handle={person.handle} kept={await keptForm('clear-about', query.kept)} language={language} />
      ) : null}
      {chosen ? (
        <PersonChoiceForm
          handle={person.handle}
          chosen={chosen}
          kept={await keptForm('person-choice', query.kept)}
          language={language}
        />
      ) : null}
      {query.saved ? <Notice look="done">{t.saved}</Notice> : null}
      {roleChoice ? <RoleForm language={language} handle={person.handle} choice={roleChoice} kept={kept} /> : null}
      <section className="grid gap-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-lg font-semibold">{t.comments}</h2>
          <p className="text-[0.8125rem] text-ink-3">
            <FeedLink
              path={personPath(person.handle)}
              title={feeds[language].ofPerson(person.displayName)}
              language={language}
            />
          </p>
        </div>
        <EssaysOf handle={person.handle} essays={essays} chosen={essay} language={language} />
        {comments.length === 0 ? <p className="text-ink-2">{t.noComments}</p> : null}
        <ul className="divide-y divide-rule border-y border-rule empty:hidden">
          {comments.map((comment) => (
            <PersonComment key={comment.id} comment={comment} language={language} />
          ))}
        </ul>
        <EarlierLink
          path={`${inLanguage(language, personPath(person.handle))}${essay ? `?essay=${encodeURIComponent(essay)}` : ''}`}
          before={before}
          language={language}
        />
      </section>
    </WidePage>
  )
}
