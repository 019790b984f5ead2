import type { z } from 'zod'
import { isRefusalCode, Refusal } from './refusal'

/**
 * Input through its schema, at the door and nowhere else. The first problem becomes the refusal: a schema's message that
 * is a refusal's code names it, anything else is `bad-input`. @throws Refusal with the field's name
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.map(String).join('.')
  throw new Refusal(isRefusalCode(issue?.message) ? issue.message : 'bad-input', field ? { field } : {})
}
