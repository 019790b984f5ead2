import type { KeptForm } from '@/forum/forms/kept'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'
import { AccountForm } from './account-form'

const ROLES = ['member', 'moderator', 'owner'] as const

type Props = { language: Language; person: { handle: string; role: string }; kept: KeptForm | undefined }

/** For owners, on somebody's page. */
export function RoleForm({ language, person, kept }: Props) {
  const t = account[language]
  return (
    <div className="rounded-md border border-rule bg-leaf p-4">
      <AccountForm
        action="/do/people/role"
        language={language}
        kept={kept}
        hidden={{ handle: person.handle }}
        className="grid gap-3"
      >
        <label htmlFor="field-role" className="text-sm font-semibold">
          {t.role}
        </label>
        <div className="flex gap-3">
          <select
            id="field-role"
            name="role"
            defaultValue={kept?.fields.role ?? person.role}
            aria-describedby="field-role-hint"
            className={`${FIELD} min-h-11 min-w-0`}
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {t.roles[role]}
              </option>
            ))}
          </select>
          <button type="submit" className={button('plain', 'min-h-11 flex-none')}>
            {t.changeRole}
          </button>
        </div>
        <p id="field-role-hint" className="text-[0.8125rem] text-ink-3">
          {t.changeRoleHint}
        </p>
      </AccountForm>
    </div>
  )
}
