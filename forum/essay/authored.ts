import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { db } from '@/lib/db'
import type { DraftText } from './input'
import { createEssay } from './mutations'
import { guessLanguage, slugOf } from './naming'
import type { Visibility } from './visibility-input'

/** The essays somebody may work on, newest first: an author's own, an owner's all; with the draft they have begun. */
export async function readAuthored(viewer: Viewer) {
  allow('self.read', viewer)
  const essays = await db.essay.findMany({
    where: viewer.role === 'owner' ? {} : { authors: { some: { personId: viewer.id } } },
    orderBy: { createdAt: 'desc' },
    select: {
      slug: true,
      title: true,
      language: true,
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, publishedAt: true } },
      drafts: { where: { authorId: viewer.id }, select: { updatedAt: true } },
    },
  })
  return {
    mayCreate: viewer.role === 'owner',
    essays: essays.map(({ revisions: [latest], drafts: [draft], ...essay }) => ({
      ...essay,
      revision: latest?.number ?? 0,
      publishedAt: latest?.publishedAt ?? new Date(0),
      draftSince: draft?.updatedAt ?? null,
    })),
  }
}

/**
 * Publishes a new essay, whose author is whoever does it. What they leave open is taken from the text.
 * @param found what the file says of itself
 * @throws Refusal bad-input (fields `title`: there is none; `slug`: taken, or cannot be made of the title; `text`)
 */
export async function createAuthored(
  viewer: Viewer,
  said: { title: string; slug: string; language: string; visibility?: Visibility },
  text: DraftText,
  found: { title: string | null; language?: string | undefined; note?: string | undefined },
): Promise<{ slug: string }> {
  allow('essay.create', viewer)
  const title = said.title || found.title
  if (!title) throw new Refusal('bad-input', { field: 'title' })
  const slug = said.slug || slugOf(title)
  const language = said.language || found.language || guessLanguage(text.source)
  await createEssay({ slug, title, language, note: found.note, visibility: said.visibility, ...text }, [viewer.id])
  return { slug }
}

/** For the page that offers it. @throws Refusal */
export async function mayCreateEssay(viewer: Viewer): Promise<void> {
  allow('essay.create', viewer)
}
