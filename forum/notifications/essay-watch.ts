import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { visibleEssays } from '@/forum/visibility'
import { db } from '@/lib/db'
import type { WatchEssay } from './input'

const MOST_SHOWN = 200

/** Whether the viewer hears of every new comment on an essay. @throws Refusal sign-in-required, not-found */
export async function readEssayWatch(viewer: Viewer, slug: string) {
  allow('self.read', viewer)
  const essay = await find(viewer, slug)
  const found = await db.essayWatch.findUnique({
    where: { personId_essayId: { personId: viewer.id, essayId: essay.id } },
    select: { essayId: true },
  })
  return { essay, watched: found !== null }
}

/** @throws Refusal sign-in-required, not-found */
export async function watchEssay(viewer: Viewer, { slug, choice }: WatchEssay): Promise<void> {
  allow('self.change', viewer)
  const essay = await find(viewer, slug)
  const key = { personId: viewer.id, essayId: essay.id }
  if (choice === 'usual') await db.essayWatch.deleteMany({ where: key })
  else
    await db.essayWatch.upsert({
      where: { personId_essayId: key },
      create: key,
      update: {},
      select: { essayId: true },
    })
}

/** What the viewer watches and mutes, for the page where it can be ended. @throws Refusal sign-in-required */
export async function listChoices(viewer: Viewer) {
  allow('self.read', viewer)
  const [essays, threads] = await Promise.all([
    db.essayWatch.findMany({
      where: { personId: viewer.id, essay: visibleEssays(viewer) },
      orderBy: { essay: { title: 'asc' } },
      take: MOST_SHOWN,
      select: { essay: { select: { slug: true, title: true, language: true } } },
    }),
    db.threadChoice.findMany({
      where: { personId: viewer.id, paragraph: { essay: visibleEssays(viewer) } },
      orderBy: { paragraphId: 'desc' },
      take: MOST_SHOWN,
      select: {
        choice: true,
        paragraph: {
          select: {
            id: true,
            essay: { select: { title: true, language: true } },
            wordings: { orderBy: { revision: { number: 'desc' } }, take: 1, select: { text: true } },
          },
        },
      },
    }),
  ])
  return {
    essays: essays.map(({ essay }) => essay),
    threads: threads.map(({ choice, paragraph: { id, essay, wordings } }) => ({
      id,
      choice,
      essay,
      text: wordings[0]?.text ?? '',
    })),
  }
}

async function find(viewer: Viewer, slug: string) {
  const essay = await db.essay.findFirst({
    where: { AND: [visibleEssays(viewer), { slug }] },
    select: { id: true, slug: true, title: true, language: true },
  })
  if (!essay) throw new Refusal('not-found')
  return essay
}
