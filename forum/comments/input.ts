import { z } from 'zod'
import { typed } from '@/forum/text'
import { BODY_MAX, QUOTE_MAX, SHOWN_MOST } from './limits'

export const PAGE_MAX = 100

export const Body = typed({ min: 1, max: BODY_MAX, empty: 'body-empty', tooLong: 'body-too-long' })
const Quote = typed({ min: 1, max: QUOTE_MAX })
/** Any string a form chose to tell its own submissions apart. */
const ClientId = z.string().regex(/^[\w-]{8,64}$/)

export const PostComment = z.strictObject({
  body: Body,
  parentId: z.uuid().nullish(),
  quote: Quote.nullish(),
  clientId: ClientId.nullish(),
})
export type PostComment = z.infer<typeof PostComment>

/**
 * A number, or its digits as a form sends them; nothing else that JavaScript would make a number of. The number after it
 * still is an integer of PostgreSQL's.
 */
export const Count = z
  .union([
    z.int32(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ])
  .pipe(
    z
      .int32()
      .min(1)
      .max(2 ** 31 - 2),
  )

export const EditComment = z.strictObject({
  body: Body,
  /** The revision the writer started from; a later one in the database refuses the edit. */
  revision: Count.optional(),
})
export type EditComment = z.infer<typeof EditComment>

export const Sort = z.enum(['best', 'newest', 'oldest'])
export type Sort = z.infer<typeof Sort>

export const ThreadPage = z.strictObject({
  sort: Sort.default('best'),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(20),
  cursor: z.string().max(200).optional(),
})
export type ThreadPage = z.infer<typeof ThreadPage>

export const RepliesPage = z.strictObject({
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(20),
  cursor: z.string().max(200).optional(),
})
export type RepliesPage = z.infer<typeof RepliesPage>

/** Which part of a thread a page shows: from a cursor on, or round one comment. */
export const ThreadWindow = z.object({
  sort: Sort.default('best'),
  cursor: z.string().max(200).optional(),
  at: z.uuid().optional(),
})
export type ThreadWindow = z.infer<typeof ThreadWindow>

/** `2f1c…~published~1~12~3`: a comment on a page as it reads there: state, revision, votes, replies. */
const Mark = z
  .string()
  .regex(/^[0-9a-f-]{36}~[a-z]{4,9}(?:~\d{1,9}){3}$/)
  .transform((text) => {
    const [id, status, revision, score, replyCount] = text.split('~')
    return { id, status, revision: Number(revision), score: Number(score), replyCount: Number(replyCount) }
  })
  .pipe(
    z.object({
      id: z.uuid(),
      status: z.enum(['published', 'held', 'removed', 'deleted']),
      revision: z.int(),
      score: z.int(),
      replyCount: z.int(),
    }),
  )

/** Comments that a page shows, separated by commas. */
export const ShownQuery = z.strictObject({
  shown: z
    .string()
    .max(SHOWN_MOST * 80)
    .transform((text) => text.split(','))
    .pipe(z.array(Mark).max(SHOWN_MOST)),
})
export type ShownQuery = z.infer<typeof ShownQuery>
