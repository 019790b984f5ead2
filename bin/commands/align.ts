import { once } from 'node:events'
import { z } from 'zod'
import { align } from '@/forum/essay/align'

const Pair = z.object({
  id: z.union([z.string(), z.number()]),
  old: z.array(z.string()),
  new: z.array(z.string()),
})

/**
 * `bin/forum align`: reads pairs as JSON lines `{"id","old":[text],"new":[text]}` and answers each with one line
 * `{"id","map","kinds","needsPerson","scores"}`, all four by old paragraph: the index in `new` where its thread belongs
 * or null, what became of it, whether a person should look, and how alike the wordings are (0 to 1).
 * Throws an Error with the number of the line at the first one that is not such a pair; the answers before it are out.
 */
export async function alignCommand(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  let number = 0
  for await (const line of linesOf(input)) {
    number++
    if (line.trim() === '') continue
    const answer = `${JSON.stringify(answerTo(line, number))}\n`
    if (!output.write(answer)) await once(output, 'drain')
  }
}

function answerTo(line: string, number: number) {
  const pair = parse(line, number)
  const { old } = align(pair.old, pair.new)
  return {
    id: pair.id,
    map: old.map(({ index }) => index),
    kinds: old.map(({ kind }) => kind),
    needsPerson: old.map(({ needsPerson }) => needsPerson),
    // Three digits are more than the measure is worth.
    scores: old.map(({ score }) => Math.round(score * 1000) / 1000),
  }
}

function parse(line: string, number: number): z.infer<typeof Pair> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new Error(`line ${number}: not JSON (${error instanceof Error ? error.message : String(error)})`)
  }
  const pair = Pair.safeParse(value)
  if (pair.success) return pair.data
  const [issue] = pair.error.issues
  const where = issue && issue.path.length > 0 ? `"${issue.path.join('.')}": ` : ''
  throw new Error(
    `line ${number}: ${where}${issue?.message ?? 'not a pair'}; expected {"id", "old": [text], "new": [text]}`,
  )
}

/**
 * Lines end at a line feed and nowhere else. node:readline also ends them at U+2028, which may stand inside a JSON
 * string.
 */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}
