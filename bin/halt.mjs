// Plain JavaScript: used before the dependencies (and with them TypeScript) are there.

/** An outcome the operator can act on: one clear sentence (what happened, what to do), shown without a stack. */
export class Halt extends Error {
  name = 'Halt'
}

/**
 * What to print for an error: the sentence alone when a person can act on it, the stack when it is our mistake.
 * @param {unknown} error
 * @returns {string}
 */
export function explain(error) {
  if (error instanceof Halt) return error.message
  if (!(error instanceof Error)) return String(error)
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error)
  const where = path ? ` (${path})` : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return `The disk is full${where}: free some space and start again.`
  if (code === 'EROFS')
    return `The disk is read-only${where}: the forum needs a place it can write to (MARGINALIA_DATA).`
  if (code === 'EACCES' || code === 'EPERM')
    return `Not permitted${where}: give this user access to it, or run as the user it belongs to.`
  return error.stack ?? error.message
}

/**
 * Runs a command's main function: a failure becomes its sentence on standard error and exit code 1.
 * @param {() => Promise<unknown>} main
 */
export async function runCommand(main) {
  try {
    await main()
  } catch (error) {
    console.error(explain(error))
    process.exitCode = 1
  }
}
