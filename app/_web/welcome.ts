/** The page of a one-time link, also for a form that arrived without its secret. */
export function welcomePage(fields: Record<string, string>): string {
  return fields.secret ? `/welcome/${encodeURIComponent(fields.secret)}` : '/'
}
