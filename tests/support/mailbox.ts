import { SMTPServer } from 'smtp-server'

export type Mailbox = {
  url: string
  /** The next mail to an address that nobody has taken yet, decoded. */
  next(to: string): Promise<{ source: string; text: string }>
  count(to: string): number
  close(): Promise<void>
}

type Mail = { to: string[]; source: string }

/** A mail server that keeps what it is given, and knows no mailbox of a `refused` address. */
export async function openMailbox({ refused }: { refused?: RegExp } = {}): Promise<Mailbox> {
  const mails: Mail[] = []
  const waiting = new Set<() => void>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      done(refused?.test(address) ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map((to) => to.address), source: Buffer.concat(chunks).toString() })
        for (const look of waiting) look()
        done()
      })
    },
  })
  // A forum that is ended while it holds a connection is no failure.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    count: (to) => mails.filter((mail) => mail.to.includes(to)).length,
    next: (to) =>
      new Promise((resolve) => {
        const look = () => {
          const at = mails.findIndex((mail) => mail.to.includes(to))
          const [mail] = at < 0 ? [] : mails.splice(at, 1)
          if (!mail) return
          waiting.delete(look)
          resolve({ source: mail.source, text: decoded(mail.source) })
        }
        waiting.add(look)
        look()
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Every part of a mail as readable text, one after another. */
function decoded(source: string): string {
  const parts = source.split(/^--.*$/m)
  return parts.map(decodedPart).join('\n')
}

function decodedPart(part: string): string {
  const [head = '', ...rest] = part.split(/\r?\n\r?\n/)
  const body = rest.join('\n\n')
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  if (!/transfer-encoding: quoted-printable/i.test(head)) return body
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
