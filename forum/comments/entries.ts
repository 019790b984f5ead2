import type { Viewer } from '@/forum/viewer'
import { listedEssays, readableComments } from '@/forum/visibility'
import { db } from '@/lib/db'
import type { Moment } from './by-time'

export type EnteredComment = Awaited<ReturnType<typeof readEntered>>[number]

/**
 * Comments that were looked up by their entries, in that order, as they stand outside their threads: in what was found, in
 * the list of recent ones, in feeds. What the viewer may not read any more, or no list names, is left out.
 */
export async function readEntered(viewer: Viewer, entries: readonly { id: string }[]) {
  if (entries.length === 0) return []
  const ids = entries.map(({ id }) => id)
  const rows = await db.comment.findMany({
    where: { AND: [readableComments(viewer), { essay: listedEssays(viewer) }, { id: { in: ids } }] },
    select: {
      id: true,
      html: true,
      status: true,
      createdAt: true,
      editedAt: true,
      author: { select: { handle: true, displayName: true } },
      essay: { select: { slug: true, title: true, language: true } },
      paragraph: {
        select: {
          id: true,
          retiredInId: true,
          wordings: {
            orderBy: { revision: { number: 'desc' } },
            take: 1,
            select: { ordinal: true, text: true },
          },
        },
      },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { paragraph, ...comment } = row
    const wording = paragraph.wordings[0]
    return [
      {
        ...comment,
        paragraph: {
          id: paragraph.id,
          /** Its place in the text; null when it is in it no more. */
          ordinal: paragraph.retiredInId === null ? (wording?.ordinal ?? null) : null,
          text: wording?.text ?? '',
        },
      },
    ]
  })
}

/** A page of them and where the next begins. @param entries one more than `limit` where there are more */
export async function cutEntered(viewer: Viewer, entries: readonly (Moment & { id: string })[], limit: number) {
  const page = entries.slice(0, limit)
  return { comments: await readEntered(viewer, page), last: entries.length > limit ? page.at(-1) : undefined }
}
