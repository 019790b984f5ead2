import { BySlug } from '@/app/_web/addressed'
import { EssayAnswer } from '@/app/_web/answers'
import { api } from '@/app/_web/api'
import { readEssay } from '@/forum/essay/queries'

export const GET = api(
  { summary: 'An essay as it reads now', params: BySlug, answer: EssayAnswer },
  async ({ viewer, params }) => {
    const { slug, title, language, revision, paragraphs } = await readEssay(viewer, params.slug)
    return {
      slug,
      title,
      language,
      revision,
      paragraphs: paragraphs.map(({ id, ordinal, text, commentCount }) => ({ id, ordinal, text, commentCount })),
    }
  },
)
