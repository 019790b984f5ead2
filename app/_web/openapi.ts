import { z } from 'zod'
import { QUOTE_MAX } from '@/forum/comments/limits'
import type { Door } from './api'

/** A route module: its handlers by method. Anything else it exports is no door. */
type Handlers = Record<string, unknown>

const PROBLEM = {
  description: 'Problem details (RFC 9457)',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'detail'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          detail: { type: 'string' },
          field: { type: 'string' },
        },
      },
    },
  },
}

/** OpenAPI 3.1 from the doors themselves. @param routes path template, e.g. `/api/comments/{id}`, to its route module */
export function describeApi(routes: Record<string, Handlers>) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Marginalia',
      version: '1',
      description: `JSON over HTTP. Changes need a session cookie and our own Origin, or a bearer token (bin/forum token). Quotes have at most ${QUOTE_MAX} characters.`,
    },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    security: [{}, { token: [] }],
    paths: Object.fromEntries(Object.entries(routes).map(([path, handlers]) => [path, describePath(handlers)])),
  }
}

function describePath(handlers: Handlers) {
  return Object.fromEntries(
    Object.entries(handlers).flatMap(([method, handler]) =>
      isHandler(handler) ? [[method.toLowerCase(), describeDoor(handler.door)]] : [],
    ),
  )
}

function isHandler(value: unknown): value is { door: Door } {
  return typeof value === 'function' && 'door' in value
}

function describeDoor(door: Door) {
  const json = (schema: z.ZodType) => ({ 'application/json': { schema: toSchema(schema, 'input') } })
  return {
    summary: door.summary,
    parameters: [...parameters('path', door.params), ...parameters('query', door.query)],
    ...(door.body ? { requestBody: { required: true, content: json(door.body) } } : {}),
    responses: {
      [door.status ?? 200]: {
        description: 'Done',
        ...(door.answer ? { content: { 'application/json': { schema: toSchema(door.answer, 'output') } } } : {}),
      },
      default: PROBLEM,
    },
  }
}

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined) {
  if (!schema) return []
  const shape = toSchema(schema, 'input')
  const required = new Set(shape.required ?? [])
  return Object.entries(shape.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: property,
  }))
}

/** Our refinements (characters, lengths) have no JSON Schema; what they are built on has. */
function toSchema(schema: z.ZodType, io: 'input' | 'output') {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })
}
