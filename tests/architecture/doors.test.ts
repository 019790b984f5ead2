import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { GET as openapi } from '@/app/api/openapi.json/route'
import { root } from '@/bin/prepare.mjs'
import { code, sources } from '../support/sources'

// Every way a request can change or read something, by the sources: who adds one cannot forget its wrapper.

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const routes = (folder: string) => sources.filter(({ path }) => path.startsWith(folder) && /\/route\.tsx?$/.test(path))
const exportsOf = (text: string) =>
  [
    ...code(text).matchAll(
      /^export\s+(?:async\s+)?(?:const|let|var|function\*?)\s+(\w+)|^export\s+\{([^}]*)\}|^export\s+(default|\*)/gm,
    ),
  ].flatMap(([, name, names, other]) => name ?? names?.split(',').map((one) => one.trim()) ?? other ?? '')

describe('a form’s door', () => {
  test.each(routes('app/do/').map(({ path, text }) => [path, text]))(
    '%s takes a POST made by form(…), and nothing else',
    (_, text = '') => {
      expect(exportsOf(text)).toEqual(['POST'])
      expect(code(text)).toMatch(/^export const POST = form\(/m)
      expect(code(text)).toMatch(/import \{ form \} from '@\/app\/_web\/form'/)
    },
  )

  test('stands under app/do as route.ts only', () => {
    const others = sources.filter(({ path }) => path.startsWith('app/do/') && !path.endsWith('/route.ts'))
    expect(others.map(({ path }) => path)).toEqual([])
    expect(routes('app/do/').length).toBeGreaterThan(10)
  })
})

describe('a JSON door', () => {
  /** next-auth's own, and the description of the doors. */
  const OTHER = ['app/api/auth/[...nextauth]/route.ts', 'app/api/openapi.json/route.ts']
  /** What answers where there is no door. */
  const NONE = 'app/api/[...rest]/route.ts'
  const doors = routes('app/api/').filter(({ path }) => !OTHER.includes(path))
  const handlersOf = async (path: string) =>
    (await import(/* @vite-ignore */ join(root, path))) as Record<string, unknown>

  test.each(doors.map(({ path }) => [path]))('%s exports only handlers made by api(…)', async (path) => {
    const handlers = await handlersOf(path)
    expect(Object.keys(handlers).length).toBeGreaterThan(0)
    for (const [name, handler] of Object.entries(handlers)) {
      expect(METHODS, path).toContain(name)
      expect(handler, path).toHaveProperty('door.summary')
    }
  })

  test('that changes something has a strict body or none', async () => {
    let strict = 0
    for (const { path } of doors)
      for (const [name, handler] of Object.entries(await handlersOf(path))) {
        const { body } = (handler as { door: { body?: z.ZodType } }).door
        if (name === 'GET') expect(body, path).toBeUndefined()
        if (!body) continue
        const shape = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' })
        expect(shape.additionalProperties, `${name} ${path}`).toBe(false)
        strict += 1
      }
    expect(strict).toBeGreaterThan(3)
  })

  test('stands in the description, with the same methods', async () => {
    const described: { paths: Record<string, Record<string, unknown>> } = await openapi().json()
    for (const { path } of doors) {
      if (path === NONE) continue
      const address = path.replace(/^app|\/route\.ts$/g, '').replace(/\[(\w+)\]/g, '{$1}')
      const methods = Object.keys(await handlersOf(path)).map((name) => name.toLowerCase())
      expect(Object.keys(described.paths[address] ?? {}).sort(), address).toEqual(methods.sort())
    }
    expect(Object.keys(described.paths)).toHaveLength(doors.length - 1)
    expect(described).toMatchObject({ openapi: '3.1.0' })
  })

  test('there are the doors that others build on', async () => {
    const { paths }: { paths: Record<string, Record<string, unknown>> } = await openapi().json()
    const found = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(found).toEqual(
      expect.arrayContaining([
        'get /api/essays',
        'get /api/essays/{slug}',
        'get /api/essays/{slug}/events',
        'get /api/paragraphs/{id}/comments',
        'post /api/paragraphs/{id}/comments',
        'get /api/comments/{id}',
        'patch /api/comments/{id}',
        'delete /api/comments/{id}',
        'get /api/comments/{id}/replies',
        'put /api/comments/{id}/vote',
        'delete /api/comments/{id}/vote',
        'post /api/comments/{id}/flags',
      ]),
    )
  })
})

test('no page changes anything by being opened', () => {
  const changing = /^forum\/(?:[\w-]+\/)?(?:mutations|publish|links|tokens|sessions|add)(?:\.ts)?$/
  const pages = sources.filter(({ path }) => /^app\/.*\/(?:page|layout|error|not-found)\.tsx$/.test(path))
  expect(pages.length).toBeGreaterThan(15)
  const found = pages.flatMap(({ path, imports }) =>
    imports.filter(({ to, typeOnly }) => !typeOnly && changing.test(to)).map(({ to }) => `${path} → ${to}`),
  )
  // Reading what a one-time link is for does not use it.
  expect(found.filter((one) => !/welcome\/.*forum\/people\/links/.test(one))).toEqual([])
})
