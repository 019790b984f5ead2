import MailChecker from 'mailchecker'

/** At a service that hands out addresses for minutes, or below one: the list that the package brings, no question to anybody. */
export function isDisposable(email: string): boolean {
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  const labels = host.split('.')
  return labels.some((_, at) => disposable().has(labels.slice(at).join('.')))
}

let known: ReadonlySet<string> | undefined

/** Some fifty thousand names, read when the first is asked for. */
function disposable(): ReadonlySet<string> {
  known ??= new Set(MailChecker.blacklist())
  return known
}
