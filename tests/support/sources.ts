import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { root } from '@/bin/prepare.mjs'

// The project's own sources, for tests that state what they may contain and import.

export type Source = { path: string; text: string; imports: Import[] }
/** `to` is the file of ours it leads to, or the name of a package. */
export type Import = { to: string; ours: boolean; typeOnly: boolean }

const OURS = ['app', 'bin', 'components', 'forum', 'lib', 'messages', 'prisma', 'seeds', 'tests', 'ui']
const CODE = /\.(?:ts|tsx|mjs|cjs|js)$/

function list(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('lib/generated/'))
}

const paths = [
  ...readdirSync(root).filter((name) => CODE.test(name)),
  ...OURS.flatMap((folder) => {
    try {
      return list(folder)
    } catch {
      return []
    }
  }),
]
const known = new Set(paths)

/** The text without comments, so that what is written about something is not taken for it. */
export function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

const STATEMENT = /^[ \t]*(?:import|export)\s+(type\b)?\s*([^'";]*?\bfrom\s*)?['"]([^'"\n]+)['"]/gm
const EXPRESSION = /\b(?:import|require)\(\s*['"]([^'"\n]+)['"]\s*\)/g

function importsOf(path: string, text: string): Import[] {
  const bare = code(text)
  const found = [
    ...[...bare.matchAll(STATEMENT)].map(([, type, names = '', to = '']) => ({
      to,
      typeOnly: type !== undefined || onlyTypes(names),
    })),
    ...[...bare.matchAll(EXPRESSION)].map(([, to = '']) => ({ to, typeOnly: false })),
  ]
  return found.map(({ to, typeOnly }) => ({ ...resolve(path, to), typeOnly }))
}

const onlyTypes = (names: string) => {
  const inside = /^\{([^}]*)\}\s*from\s*$/.exec(names.trim())?.[1]
  return inside?.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')) ?? false
}

function resolve(from: string, to: string): { to: string; ours: boolean } {
  if (!to.startsWith('@/') && !to.startsWith('.')) return { to, ours: false }
  const path = normalize(to.startsWith('@/') ? to.slice(2) : join(dirname(from), to))
  const ends = ['', '.ts', '.tsx', '.mjs', '.cjs', '.js', '/index.ts', '/index.tsx']
  const file = ends.map((end) => path + end).find((candidate) => known.has(candidate))
  return { to: file ?? path, ours: true }
}

export const sources: Source[] = paths.sort().map((path) => {
  const text = readFileSync(join(root, path), 'utf8')
  return { path, text, imports: importsOf(path, text) }
})

/** All sources below a folder; the test fails when there are none, since it would then say nothing. */
export function below(...folders: string[]): Source[] {
  const found = sources.filter(({ path }) => folders.some((folder) => path.startsWith(folder)))
  if (found.length === 0) throw new Error(`no sources below ${folders.join(', ')}`)
  return found
}

/** `path → import` of everything that a rule does not let these files import. */
export function breaches(files: Source[], allowed: (to: string, file: Source, one: Import) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((one) => one.ours && !allowed(one.to, file, one)).map((one) => `${file.path} → ${one.to}`),
  )
}
