import { z } from 'zod'
import { Refusal } from '@/forum/refusal'
import { countAgainst } from '@/lib/limits'
import { renderMarkdown } from '@/lib/markdown'
import { Body } from './input'

/** Enough for one preview a second while writing; rendering costs the server some milliseconds. */
const PREVIEWS = { name: 'preview', points: 120, seconds: 60 }

export const PreviewComment = z.strictObject({ body: Body })
export type PreviewComment = z.infer<typeof PreviewComment>

/** The very rendering that posting stores. @throws Refusal too-fast */
export async function previewComment(network: string, input: PreviewComment): Promise<{ html: string }> {
  const wait = await countAgainst(PREVIEWS, network)
  if (wait > 0) throw new Refusal('too-fast', { facts: { seconds: wait } })
  return { html: renderMarkdown(input.body) }
}
