import { EssayList } from '@/app/_components/essay/essay-list'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { orNotFound } from '@/app/_web/page'
import { viewer } from '@/app/_web/viewer'
import { listMembersEssays } from '@/forum/essay/for-members'
import { reading } from '@/messages/reading'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => reading[language].forMembers)

/** The essays that only those who are signed in read. */
export default async function MembersPage(props: PageProps) {
  const { language } = await asked(props)
  const t = reading[language]
  const essays = await orNotFound(listMembersEssays(await viewer()), { language, path: '/members' })
  return <EssayList title={t.forMembers} essays={essays} empty={t.noneForMembers} language={language} />
}
