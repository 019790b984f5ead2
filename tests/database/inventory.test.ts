import { describe, expect, test } from 'vitest'
import { IMPERSONAL, KEPT, SECTIONS } from '@/forum/privacy/inventory'
import { db } from '@/lib/db'
import { privacy } from '@/messages/privacy'

// The page /privacy says what is kept. Whoever adds a table, or a column to a table with people in it, says there what it is.

const columns = await db.$queryRaw<{ table: string; column: string; toPerson: boolean }[]>`
  SELECT t.relname::text AS "table", a.attname::text AS "column", EXISTS (
    SELECT 1 FROM pg_constraint k WHERE k.conrelid = t.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey)
      AND k.confrelid = '"Person"'::regclass) AS "toPerson"
  FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
  WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind = 'r' AND t.relname <> '_prisma_migrations'
    AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, a.attnum`
const tables = [...new Set(columns.map(({ table }) => table))]
const of = (name: string) => columns.filter(({ table }) => table === name).map(({ column }) => column)

describe('what the forum keeps', () => {
  test('is every table it has, with people in it or without', () => {
    expect(tables.length).toBeGreaterThan(30)
    expect([...Object.keys(KEPT), ...Object.keys(IMPERSONAL)].sort()).toEqual([...tables].sort())
  })

  test.each(Object.keys(KEPT))('%s: every column is described', (table) => {
    expect([...(KEPT[table]?.columns ?? [])].sort()).toEqual(of(table).sort())
  })

  test('is about nobody where it says so', () => {
    const personal = /person|author|user(?:id|agent|name)|email|handle|device|network|address/i
    const found = columns.filter(
      ({ table, column, toPerson }) => table in IMPERSONAL && (toPerson || personal.test(column)),
    )
    expect(found).toEqual([])
  })

  test('has an end and a way to its person, wherever a row refers to one', () => {
    for (const [table, kept] of Object.entries(KEPT)) {
      const known = of(table)
      for (const column of [kept.person, ...(kept.secret ?? []), ...(kept.blank ?? [])])
        if (column !== undefined) expect(known, table).toContain(column)
      const refers = columns.some((one) => one.table === table && one.toPerson)
      if (refers) expect(kept.person, table).toBeDefined()
      if (['atOnce', 'inBatches', 'blanked'].includes(kept.end)) expect(kept.person, table).toBeDefined()
    }
  })

  test('is said in both languages, section by section', () => {
    for (const language of ['en', 'zh'] as const)
      for (const section of SECTIONS)
        for (const words of Object.values(privacy[language].sections[section])) expect(words.length).toBeGreaterThan(1)
    expect([...new Set(Object.values(KEPT).map(({ section }) => section))].sort()).toEqual([...SECTIONS].sort())
  })
})
