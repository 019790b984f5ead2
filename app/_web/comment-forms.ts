import { z } from 'zod'
import { EditComment, PostComment } from '@/forum/comments/input'
import { commentPath } from './address'

/** An empty field of a form is a field that was not filled in. */
const orNothing = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema)

export const PostCommentForm = PostComment.extend({
  paragraphId: z.uuid(),
  parentId: orNothing(PostComment.shape.parentId),
  quote: orNothing(PostComment.shape.quote),
  clientId: orNothing(PostComment.shape.clientId),
  /** Which of the form's buttons was pressed. */
  intent: z.string().optional(),
})

export const EditCommentForm = EditComment.extend({ commentId: z.uuid(), intent: z.string().optional() })
export const OneComment = z.strictObject({ commentId: z.uuid() })
export const VoteForm = z.strictObject({ commentId: z.uuid(), on: z.enum(['0', '1']).default('1') })

/** The page that shows a comment's form again. */
export function writingPage(fields: Record<string, string>): string {
  if (fields.commentId) return editingPage(fields)
  if (fields.parentId) return `${commentPath(encodeURIComponent(fields.parentId))}/reply`
  return `/p/${encodeURIComponent(fields.paragraphId ?? '')}/write`
}

export function editingPage(fields: Record<string, string>): string {
  return `${commentPath(encodeURIComponent(fields.commentId ?? ''))}/edit`
}
