import { describe, expect, test } from 'vitest'
import { below, breaches, code, type Source, sources } from '../support/sources'

// The rooms of STYLE.md, sections 1 and 2.

const isClient = ({ text }: Source) => /^\s*(?:\/\/.*\n|\/\*[\s\S]*?\*\/|\s)*['"]use client['"]/.test(text)
const under =
  (...folders: string[]) =>
  (to: string) =>
    folders.some((folder) => to.startsWith(folder))

describe('rooms', () => {
  test.each([
    ['app/', ['app/', 'forum/', 'lib/', 'messages/', 'ui/']],
    ['ui/', ['ui/']],
    ['forum/', ['forum/', 'lib/']],
    ['lib/', ['lib/']],
    ['messages/', ['messages/']],
  ])('%s imports only from %j', (room, allowed) => {
    const types = under('forum/')
    expect(
      breaches(
        below(room),
        // Words know the names of the forum's things; the forum knows no words.
        (to, _, one) =>
          under(...allowed)(to) ||
          (room === 'messages/' && types(to) && (one.typeOnly || /input$|input\.ts$/.test(to))),
      ),
    ).toEqual([])
  })

  test('ui could serve another product: it draws, and knows no framework of ours', () => {
    const packages = below('ui/').flatMap(({ imports }) => imports.filter(({ ours }) => !ours).map(({ to }) => to))
    expect(packages.filter((name) => !/^react(?:\/|$)/.test(name))).toEqual([])
  })

  test('the forum runs without a browser and without Next', () => {
    for (const file of below('forum/', 'lib/')) {
      const foreign = file.imports.filter(({ to }) => /^(?:react|next|next-auth)(?:\/|$)/.test(to))
      // The one file of lib for the one outside thing that is Next's page cache.
      expect(file.path === 'lib/cached.ts' ? [] : foreign, file.path).toEqual([])
    }
  })

  test('only those who may ask the database import it', () => {
    // The adapter is next-auth's own interface to storage: it maps its calls onto our tables, and has no rules.
    const ADAPTER = 'app/_web/auth/adapter.ts'
    const users = sources.filter(({ imports }) => imports.some(({ to }) => /^lib\/db(?:\.ts)?$/.test(to)))
    expect(users.map(({ path }) => path).filter((path) => !/^(?:forum|lib|seeds|bin|tests)\//.test(path))).toEqual([
      ADAPTER,
    ])
    expect(users.find(({ path }) => path === ADAPTER)?.text).toMatch(/\/\*\*[\s\S]*next-auth on our tables/)
  })

  test('only lib/db makes a client', () => {
    const makers = sources.filter(({ imports }) =>
      imports.some(({ to, typeOnly }) => !typeOnly && to.includes('generated/prisma')),
    )
    expect(makers.map(({ path }) => path)).toEqual(['lib/db.ts'])
  })
})

test('the environment is read in one place', () => {
  const places =
    /^(?:lib\/env\.ts|lib\/default-language\.ts|cache-handler\.cjs|bin\/.*|tests\/.*|seeds\/.*|[\w.-]+\.config\.\w+)$/
  const readers = sources.filter(({ text }) => code(text).includes('process.env')).map(({ path }) => path)
  expect(readers).toContain('lib/env.ts')
  expect(readers.filter((path) => !places.test(path))).toEqual([])
})

describe('the browser', () => {
  const clients = below('app/').filter(isClient)

  test('gets leaves only, and no schemas: what it imports is meant for it', () => {
    expect(clients.length).toBeGreaterThan(5)
    const fit =
      /^(?:ui\/|messages\/|app\/.*_components\/|app\/_web\/address(?:\.ts)?$|forum\/[\w-]+\/limits(?:\.ts)?$|forum\/refusal(?:\.ts)?$|lib\/(?:default-language|near-words|find-words|sentences)(?:\.ts)?$|lib\/display-script\.mjs$)/
    expect(breaches(clients, (to, _, one) => one.typeOnly || fit.test(to))).toEqual([])
  })

  test('never gets a module that reads the database or the environment, however far away', () => {
    const byPath = new Map(sources.map((source) => [source.path, source]))
    const secret =
      /^lib\/(?!default-language|display-script|near-words|find-words|sentences)|^forum\/(?:[\w-]+\/)?(?:queries|mutations)/
    for (const client of clients) {
      const reached = new Set<string>()
      const visit = (path: string) => {
        if (reached.has(path)) return
        reached.add(path)
        for (const one of byPath.get(path)?.imports ?? []) if (one.ours && !one.typeOnly) visit(one.to)
      }
      visit(client.path)
      expect(
        [...reached].filter((path) => secret.test(path)),
        client.path,
      ).toEqual([])
    }
  })
})

test('there are no actions: what a browser may change stands under app/do and app/api', () => {
  for (const { path, text } of below('app/', 'forum/', 'lib/', 'ui/'))
    expect(/^\s*['"]use server['"]/m.test(code(text)), path).toBe(false)
})

test('no two modules need each other', () => {
  const graph = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.filter(({ ours, typeOnly }) => ours && !typeOnly).map(({ to }) => to),
    ]),
  )
  /** A comment draws its replies, which are a list of comments: the one thing that is as recursive as what it shows. */
  const RECURSIVE = { 'app/_components/comments/comment-list.tsx': true }
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (path: string, above: string[]) => {
    if (above.includes(path)) {
      cycles.push([...above.slice(above.indexOf(path)), path].join(' → '))
      return
    }
    if (done.has(path)) return
    for (const next of graph.get(path) ?? [])
      if (!(next in RECURSIVE && path.startsWith('app/_components/comments/'))) walk(next, [...above, path])
    done.add(path)
  }
  for (const path of graph.keys()) walk(path, [])
  expect(cycles).toEqual([])
})

test('folders are named after what is in them', () => {
  const named = sources.filter(({ path }) =>
    /(?:^|\/)(?:utils?|helpers?|common|services?|misc|shared|types|hooks)(?:\/|\.tsx?$)/.test(path),
  )
  expect(named.map(({ path }) => path)).toEqual([])
  for (const { path, text } of sources.filter((source) => /\/index\.tsx?$/.test(source.path)))
    expect(
      code(text)
        .replace(/^\s*export\s.*\bfrom\b.*$/gm, '')
        .trim(),
      path,
    ).not.toBe('')
})

test('files are named in small letters, with hyphens', () => {
  for (const { path } of below('app/', 'forum/', 'lib/', 'ui/', 'messages/', 'bin/', 'seeds/', 'tests/'))
    expect(path.split('/').at(-1), path).toMatch(/^[a-z0-9-]+(?:\.(?:test|spec|config))?\.(?:tsx?|mjs|cjs|js)$/)
})
