import { AccountForm } from '@/app/_components/people/account-form'
import type { Language } from '@/messages/language'
import { security } from '@/messages/security'
import { button } from '@/ui/button'

/** New recovery codes, for the one time they can be seen. */
export function RecoveryCodes({ language, codes }: { language: Language; codes: string[] }) {
  const t = security[language]
  if (codes.length === 0) return null
  return (
    <section aria-labelledby="codes" className="grid gap-3 rounded-md border border-rule-strong bg-sunk p-4">
      <h2 id="codes" className="text-lg font-semibold">
        {t.codes}
      </h2>
      <p>{t.codesWhat}</p>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <AccountForm action="/do/security/codes-seen" language={language} className="flex">
        <button type="submit" className={button('plain', 'min-h-11 px-5')}>
          {t.codesSeen}
        </button>
      </AccountForm>
    </section>
  )
}
