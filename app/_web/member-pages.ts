import { cache } from 'react'
import { readThread } from '@/forum/comments/queries'
import { readPast } from '@/forum/essay/past'
import { readEssay } from '@/forum/essay/queries'
import { Refusal } from '@/forum/refusal'
import { firstPage } from './shared-pages'
import { viewer } from './viewer'

// What the pages of an essay for members read: once a request, for whoever asks, and nothing of it is kept.

/** @throws Refusal not-found, sign-in-required */
export const memberEssay = cache(async (slug: string) => readEssay(await viewer(), slug))

/** A paragraph of the essay by its place, and the first page of its thread. @throws Refusal not-found, sign-in-required */
export const memberThread = cache(async (slug: string, ordinal: string) => {
  const who = await viewer()
  const essay = await memberEssay(slug)
  const paragraph = essay.paragraphs.find((one) => String(one.ordinal) === ordinal)
  if (!paragraph) throw new Refusal('not-found')
  const page = firstPage(paragraph.commentCount)
  const [thread, past] = await Promise.all([readThread(who, paragraph.id, page), readPast(who, paragraph.id)])
  return { essay, paragraph, sort: page.sort, past, ...thread }
})
