// Opens the embedded database, prints its address, and closes it when standard input ends (see start.test.ts).
import { once } from 'node:events'
import { prepare } from '../../bin/prepare.mjs'

await prepare()
const { openDatabase } = await import('../../bin/serve/database.ts')
const database = await openDatabase()
console.log(database.url)
process.stdin.resume()
await once(process.stdin, 'end')
await database.close()
