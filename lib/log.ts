/** One JSON line on standard error. Never comment text, tokens or addresses of people. */
export function logError(what: string, error: unknown, facts: Record<string, string | number> = {}) {
  const detail = error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) }
  console.error(JSON.stringify({ level: 'error', at: new Date().toISOString(), what, ...facts, ...detail }))
}
