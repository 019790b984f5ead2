import { readEssay } from '@/forum/essay/queries'
import { allow } from '@/forum/policy'
import type { Viewer } from '@/forum/viewer'
import { readStanding } from './queries'

export type News = Awaited<ReturnType<typeof readNews>>

/**
 * The paragraphs of an essay with something new for somebody who is signed in, in the order of the text.
 * @throws Refusal sign-in-required, not-found
 */
export async function readNews(viewer: Viewer, slug: string) {
  allow('self.read', viewer)
  const [{ known, paragraphs: counted }, { title, language, paragraphs }] = await Promise.all([
    readStanding(viewer, slug, {}),
    readEssay(viewer, slug),
  ])
  const fresh = new Map(counted.map((one) => [one.id, one.fresh]))
  return {
    essay: { slug, title, language },
    known,
    paragraphs: paragraphs
      .map(({ id, ordinal, text }) => ({ id, ordinal, text, fresh: fresh.get(id) ?? 0 }))
      .filter((one) => one.fresh > 0),
  }
}
