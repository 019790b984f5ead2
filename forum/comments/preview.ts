import { z } from 'zod'
import { refuseTooFast } from '@/forum/people/pace'
import { Body } from './input'
import { renderBody } from './render'

/** Enough for one preview a second while writing; rendering costs the server some milliseconds. */
const PREVIEWS = { name: 'preview', points: 120, seconds: 60 }

export const PreviewComment = z.strictObject({ body: Body })
export type PreviewComment = z.infer<typeof PreviewComment>

/** The very rendering that posting stores. @throws Refusal too-fast, body-empty */
export async function previewComment(network: string, input: PreviewComment): Promise<{ html: string }> {
  await refuseTooFast(PREVIEWS, network)
  return { html: (await renderBody(input.body)).html }
}
