import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { SignedIn, Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'

export type AuthorsEssay = { id: string; slug: string; title: string; language: string; authorIds: string[] }

/** The essay, for somebody who may work on it. @throws Refusal not-found, and what the policy says */
export async function essayForAuthor(viewer: Viewer, slug: string): Promise<{ essay: AuthorsEssay; author: SignedIn }> {
  const found = await db.essay.findUnique({
    where: { slug },
    select: { id: true, slug: true, title: true, language: true, authors: { select: { personId: true } } },
  })
  if (!found) throw new Refusal('not-found')
  const { authors, ...rest } = found
  const essay = { ...rest, authorIds: authors.map(({ personId }) => personId) }
  allow('essay.publish', viewer, essay)
  return { essay, author: viewer }
}

/** Whether pages offer the viewer to work on the essay. */
export async function mayRevise(viewer: Viewer, slug: string): Promise<boolean> {
  if (viewer.role === 'guest') return false
  try {
    await essayForAuthor(viewer, slug)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
