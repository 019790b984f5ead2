import { describe, expect, test } from 'vitest'
import { sources } from '../support/sources'

const pages = sources.filter(({ path }) => /^app\/\[lang\]\/.*page\.tsx$|^app\/\[lang\]\/page\.tsx$/.test(path))
const isPersonal = (text: string) => /\bviewer\(\)|\bsearchParams\b/.test(text)
const isDynamic = (text: string) => /^export const dynamic = 'force-dynamic'$/m.test(text)

describe('a page', () => {
  test('that reads who is asking, or for what, is drawn for each request', () => {
    const personal = pages.filter(({ text }) => isPersonal(text))
    expect(personal.length).toBeGreaterThan(10)
    expect(personal.filter(({ text }) => !isDynamic(text)).map(({ path }) => path)).toEqual([])
  })

  test('that is the same for everybody reads through the shared pages', () => {
    const shared = pages.filter(({ text }) => !isDynamic(text))
    expect(shared.length).toBeGreaterThan(2)
    for (const { path, text } of shared) expect(/@\/forum\/[\w-]+\/queries'/.test(text), path).toBe(false)
  })
})

test('what the server draws styles no single element: the policy for content would leave the style out', () => {
  const drawn = sources.filter(({ path, text }) => /^(?:app|ui)\/.*\.tsx$/.test(path) && !/^'use client'$/m.test(text))
  expect(drawn.length).toBeGreaterThan(100)
  expect(drawn.filter(({ text }) => /\bstyle=\{/.test(text)).map(({ path }) => path)).toEqual([])
})
