import { verifyLog } from '@/forum/log/queries'
import { Halt } from '../halt.mjs'

/** @param known a hash of the log that somebody noted on an earlier day */
export async function verify(known: string | undefined): Promise<{ sentence: string; whole: boolean }> {
  if (known !== undefined && !/^[0-9a-f]{64}$/.test(known))
    throw new Halt('A hash of the log is 64 hexadecimal digits in lower case.')
  const found = await verifyLog(known)
  const entries = `${found.entries} ${found.entries === 1 ? 'entry' : 'entries'}`
  if (found.brokenAt !== null)
    return { sentence: `Entry ${found.brokenAt} does not follow from those before it (${entries}).`, whole: false }
  if (found.known === false)
    return {
      sentence: `${entries}, the chain is whole, but that hash is not in it: it was written anew.`,
      whole: false,
    }
  return { sentence: `${entries}, the chain is whole.\nThe newest hash is ${found.head}.`, whole: true }
}
