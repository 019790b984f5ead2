import { z } from 'zod'
import { Refusal } from '@/forum/refusal'

const FrontMatter = z.strictObject({
  slug: z.string().optional(),
  title: z.string().optional(),
  language: z.string().optional(),
  note: z.string().optional(),
})
export type FrontMatter = z.infer<typeof FrontMatter>

/**
 * Splits a text into its front matter (`key: value` lines between two `---` lines at the very beginning) and the rest.
 * A text without one has an empty front matter. @throws Refusal bad-input for an unknown key
 */
export function splitFrontMatter(source: string): { front: FrontMatter; text: string } {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const found = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text)
  if (!found) return { front: {}, text }
  const entries = (found[1] ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, key = '', value = ''] = /^([\w-]+):(.*)$/.exec(line) ?? []
      return [key, value.trim().replace(/^(["'])(.*)\1$/, '$2')]
    })
  const front = FrontMatter.safeParse(Object.fromEntries(entries))
  if (!front.success) throw new Refusal('bad-input', { field: 'front matter' })
  return { front: front.data, text: text.slice(found[0].length) }
}
