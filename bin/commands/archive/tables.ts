import type pg from 'pg'

/** Kept by triggers, which make their rows again while the others are loaded. */
export const DERIVED = ['CommentEntry', 'ParagraphEntry']

export type TableShape = { name: string; columns: string[]; key: { name: string; text: boolean }[] }

/** So that the same rows give the same bytes on every server, whatever it is set to. */
export const SAME_EVERYWHERE = `
  SET client_encoding = 'UTF8'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET TimeZone = 'UTC';
  SET extra_float_digits = 1; SET bytea_output = 'hex'; SET lock_timeout = 0; SET statement_timeout = 0`

/**
 * The forum's tables as the database has them, each after those it refers to. Prisma's own books, what is derived and
 * numbers of transactions, which mean nothing on another server, are left out.
 */
export async function readShapes(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: TableShape['key']; refers: string[] }>(
    `SELECT t.relname AS name,
      ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attgenerated = '' AND a.atttypid <> 'xid8'::regtype ORDER BY a.attname) AS columns,
      (SELECT json_agg(json_build_object('name', a.attname, 'text', a.attcollation <> 0) ORDER BY k.place)
        FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum
        WHERE i.indrelid = t.oid AND i.indisprimary) AS key,
      ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint c JOIN pg_class f ON f.oid = c.confrelid
        WHERE c.conrelid = t.oid AND c.contype = 'f' AND c.confrelid <> t.oid) AS refers
    FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE n.nspname = current_schema() AND t.relkind = 'r' AND t.relname <> '_prisma_migrations'
      AND t.relname <> ALL ($1) ORDER BY t.relname`,
    [DERIVED],
  )
  const ordered: typeof rows = []
  while (ordered.length < rows.length) {
    const ready = rows.filter(
      (row) => !ordered.includes(row) && row.refers.every((name) => ordered.some((done) => done.name === name)),
    )
    if (ready.length === 0) throw new Error('The tables refer to each other in a circle.')
    ordered.push(...ready)
  }
  return ordered.map(({ name, columns, key }) => ({ name, columns, key: key ?? [] }))
}

/** Every row, in the order of the primary key: two databases with the same rows write the same bytes. */
export function copyOut({ name, columns, key }: TableShape): string {
  const order = key.map((column) => `${quoted(column.name)}${column.text ? ' COLLATE "C"' : ''}`).join(', ')
  return `COPY (SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)} ORDER BY ${order}) TO STDOUT`
}

export function copyIn({ name, columns }: TableShape): string {
  return `COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`
}

/** Sequences go on after the highest number that was used. */
export async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; column: string; sequence: string }>(`
    SELECT t.relname AS name, a.attname AS column, pg_get_serial_sequence(quote_ident(t.relname), a.attname) AS sequence
    FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace JOIN pg_attribute a ON a.attrelid = t.oid
    WHERE n.nspname = current_schema() AND t.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
      AND pg_get_serial_sequence(quote_ident(t.relname), a.attname) IS NOT NULL`)
  for (const { name, column, sequence } of rows)
    await client.query(
      `SELECT setval($1::regclass, coalesce(max(${quoted(column)}), 0) + 1, false) FROM ${quoted(name)}`,
      [sequence],
    )
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
