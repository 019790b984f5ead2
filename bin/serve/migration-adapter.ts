import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlQuery } from '@prisma/driver-adapter-utils'
import type pg from 'pg'

// Two shortcomings of @prisma/adapter-pg 7.10 matter only to the migration engine, and are mended here.

type Connection = Awaited<ReturnType<PrismaPg['connect']>>
/** What the adapter's class has and its types hide. */
type Internals = { performIO(query: SqlQuery): Promise<pg.QueryArrayResult> }

/** PostgreSQL's internal one-byte type "char", which the engine's introspection asks for, and its nearest relative. */
const charType = 18
const paddedCharType = 1042

export function migrationAdapter(pool: pg.Pool) {
  const factory = new PrismaPg(pool)
  const connect = factory.connect.bind(factory)
  factory.connect = async () => runWholeScripts(readChar(await connect()))
  return bindMigrationAwareSqlAdapterFactory(factory)
}

/** The adapter has no mapping for "char": shown to it as a relative, and corrected afterwards. */
function readChar(connection: Connection): Connection {
  const ask = (connection as unknown as Internals).performIO.bind(connection)
  const read = connection.queryRaw
  connection.queryRaw = async (query) => {
    const answer = await ask(query)
    const isChar = answer.fields.map((field) => field.dataTypeID === charType)
    for (const field of answer.fields) if (field.dataTypeID === charType) field.dataTypeID = paddedCharType
    const result = await read.call(Object.assign(Object.create(connection), { performIO: async () => answer }), query)
    const columnTypes = result.columnTypes.map((type, i) => (isChar[i] ? ColumnTypeEnum.Character : type))
    return { ...result, columnTypes }
  }
  return connection
}

/** The adapter cuts a script at every semicolon, also inside a function's body ($$…$$) or a text. */
function runWholeScripts(connection: Connection): Connection {
  connection.executeScript = async (script) => {
    await connection.underlyingDriver().query(script)
  }
  return connection
}
