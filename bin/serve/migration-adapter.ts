import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlQuery } from '@prisma/driver-adapter-utils'
import type pg from 'pg'

// Two shortcomings of @prisma/adapter-pg 7.10 matter only to the migration engine, and are mended here.

type Connection = Awaited<ReturnType<PrismaPg['connect']>>
/** What the adapter's class has and its types hide. */
type Internals = { performIO(query: SqlQuery): Promise<pg.QueryArrayResult>; onError(error: unknown): never }

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
  const original: Connection = Object.assign(Object.create(Object.getPrototypeOf(connection)), connection)
  const ask = (connection as unknown as Internals).performIO.bind(connection)
  connection.queryRaw = async (query) => {
    const answer = await ask(query)
    const isChar = answer.fields.map((field) => field.dataTypeID === charType)
    for (const field of answer.fields) if (field.dataTypeID === charType) field.dataTypeID = paddedCharType
    const answered: Connection = Object.assign(Object.create(original), { performIO: async () => answer })
    const result = await answered.queryRaw(query)
    const columnTypes = result.columnTypes.map((type, i) => (isChar[i] ? ColumnTypeEnum.Character : type))
    return { ...result, columnTypes }
  }
  return connection
}

/** The adapter cuts a script at every semicolon, also inside a function's body ($$…$$) or a text. */
function runWholeScripts(connection: Connection): Connection {
  const internals = connection as unknown as Internals
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script)
    } catch (error) {
      internals.onError(error)
    }
  }
  return connection
}
