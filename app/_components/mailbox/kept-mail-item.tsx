import { When } from '@/app/_components/comments/when'
import type { KeptMail } from '@/lib/mailbox'
import type { Language } from '@/messages/language'
import { mailbox } from '@/messages/mailbox'

type Props = { mail: KeptMail; open: boolean; language: Language }

/** One mail as it would have been sent: both of its forms, of which a mail program shows one. */
export function KeptMailItem({ mail, open, language }: Props) {
  const t = mailbox[language]
  return (
    <li className="py-3">
      <details open={open}>
        <summary className="py-1 wrap-anywhere">
          <span className="font-semibold">{mail.subject}</span>{' '}
          <span className="text-sm text-ink-3">
            {t.to(mail.to)} · <When at={mail.at} language={language} />
          </span>
        </summary>
        <div className="grid gap-3 pt-3 mid:grid-cols-2">
          <pre className="min-w-0 whitespace-pre-wrap rounded-md border border-rule bg-sunk p-3 text-[0.8125rem] wrap-anywhere">
            {mail.text}
          </pre>
          <iframe
            title={t.asHtml(mail.subject)}
            srcDoc={`<base target="_top">${mail.html}`}
            sandbox="allow-top-navigation-by-user-activation"
            className="h-96 w-full rounded-md border border-rule"
          />
        </div>
      </details>
    </li>
  )
}
