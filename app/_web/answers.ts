import { z } from 'zod'

// The shapes of answers, for /api/openapi.json. tests/database/api.test.ts parses real answers with them.

const Author = z.object({
  handle: z.string(),
  displayName: z.string(),
  role: z.enum(['member', 'author', 'moderator', 'owner']),
})

export const CommentAnswer = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  paragraphId: z.uuid(),
  depth: z.int().min(0),
  author: Author.nullable().describe('null where only the place of a removed or deleted comment is left'),
  body: z.string().nullable().describe('Markdown'),
  html: z.string().nullable(),
  quote: z.string().nullable(),
  status: z.enum(['published', 'held', 'removed', 'deleted']),
  score: z.int(),
  replyCount: z.int().describe('direct replies that are published'),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  revision: z.int().min(1),
  writtenOn: z.int().min(1).describe('number of the essay revision it was posted on'),
})

export const CommentPageAnswer = z.object({
  comments: z.array(
    CommentAnswer.extend({
      replies: z.array(z.unknown()).describe('the first replies, each with its own, as comments'),
    }),
  ),
  nextCursor: z.string().nullable(),
})

export const ShownAnswer = z.object({ changed: z.array(CommentAnswer), gone: z.array(z.uuid()) })

export const EssayAnswer = z.object({
  slug: z.string(),
  title: z.string(),
  language: z.string(),
  revision: z.int(),
  paragraphs: z.array(z.object({ id: z.uuid(), ordinal: z.int(), text: z.string(), commentCount: z.int() })),
})

export const EssayListAnswer = z.object({
  essays: z.array(
    z.object({ slug: z.string(), title: z.string(), language: z.string(), revision: z.int(), publishedAt: z.string() }),
  ),
})

export const MadeAnswer = z.object({ id: z.uuid() })

const Excerpt = z.array(z.object({ text: z.string(), found: z.boolean() })).describe('words of the text in pieces')

export const FoundAnswer = z.object({
  essays: z.array(z.object({ slug: z.string(), title: z.string(), language: z.string() })),
  paragraphs: z.array(
    z.object({
      id: z.uuid(),
      ordinal: z.int(),
      slug: z.string(),
      title: z.string(),
      language: z.string(),
      excerpt: Excerpt,
    }),
  ),
  moreParagraphs: z.boolean().describe('whether in=text finds more of them'),
  comments: z.array(
    z.object({
      id: z.uuid(),
      paragraphId: z.uuid(),
      ordinal: z.int().nullable().describe('null when the paragraph is in the text no more'),
      slug: z.string(),
      author: z.object({ handle: z.string(), displayName: z.string() }),
      createdAt: z.iso.datetime(),
      excerpt: Excerpt,
    }),
  ),
  nextCursor: z.string().nullable(),
})

export const SimilarAnswer = z.object({
  comments: z.array(
    z.object({
      id: z.uuid(),
      paragraphId: z.uuid(),
      handle: z.string(),
      words: z.string().describe('the beginning of what it says'),
      score: z.int(),
      createdAt: z.iso.datetime(),
      own: z.boolean(),
      voted: z.boolean(),
    }),
  ),
})
