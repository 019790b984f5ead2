import { notFound } from 'next/navigation'
import { KeptMailItem } from '@/app/_components/mailbox/kept-mail-item'
import { WidePage } from '@/app/_components/people/wide-page'
import { asked, type PageProps, privatePage } from '@/app/_web/asked'
import { keepsMail, readMailbox } from '@/lib/mailbox'
import { mailbox } from '@/messages/mailbox'

export const dynamic = 'force-dynamic'
export const generateMetadata = privatePage((language) => mailbox[language].title)

/** In development, without a mail server: what the forum would have sent. Everywhere else there is no such page. */
export default async function MailboxPage(props: PageProps) {
  const { language } = await asked(props)
  if (!keepsMail()) notFound()
  const t = mailbox[language]
  const mails = await readMailbox()
  return (
    <WidePage>
      <header className="grid gap-2">
        <h1 className="font-serif text-[1.75rem]/[1.2] font-semibold">{t.title}</h1>
        <p className="text-ink-2">{t.intro}</p>
      </header>
      {mails.length === 0 ? <p className="text-ink-2">{t.empty}</p> : null}
      <ul className="divide-y divide-rule border-y border-rule empty:hidden">
        {mails.map((mail, at) => (
          <KeptMailItem key={mail.id} mail={mail} open={at === 0} language={language} />
        ))}
      </ul>
    </WidePage>
  )
}
