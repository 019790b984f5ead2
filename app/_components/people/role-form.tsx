import type { KeptForm } from '@/forum/forms/kept'
import { ESSAY_TICK } from '@/forum/people/input'
import type { readRoleChoice } from '@/forum/people/queries'
import { account } from '@/messages/account'
import type { Language } from '@/messages/language'
import { button } from '@/ui/button'
import { FIELD } from '@/ui/field'
import { AccountForm } from './account-form'

const ROLES = ['member', 'moderator', 'moderator-of', 'owner'] as const

type Props = {
  language: Language
  handle: string
  choice: Awaited<ReturnType<typeof readRoleChoice>>
  kept: KeptForm | undefined
}

/** For owners, on somebody's page. The essays stand there while the role that is of certain ones is chosen; no script is needed. */
export function RoleForm({ language, handle, choice, kept }: Props) {
  const t = account[language]
  const noneTicked = kept?.problem?.field === 'of'
  return (
    <div className="rounded-md border border-rule bg-leaf p-4">
      <AccountForm
        action="/do/people/role"
        language={language}
        kept={kept}
        hidden={{ handle }}
        className="group grid gap-3"
      >
        <label htmlFor="field-role" className="text-sm font-semibold">
          {t.role}
        </label>
        <div className="flex gap-3">
          <select
            id="field-role"
            name="role"
            defaultValue={kept?.fields.role ?? choice.role}
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
        <fieldset
          aria-describedby={noneTicked ? 'field-of-error' : undefined}
          className="hidden min-w-0 group-has-[option[value=moderator-of]:checked]:block"
        >
          <legend className="text-sm font-semibold">{t.moderatorOfWhich}</legend>
          <ul className="mt-1 grid max-h-72 overflow-y-auto">
            {choice.essays.map(({ slug, title, language: of, theirs }) => (
              <li key={slug}>
                <label className="flex min-h-8 items-start gap-2 py-1 text-sm pointer-coarse:min-h-11 pointer-coarse:py-2.5">
                  <input
                    type="checkbox"
                    name={`${ESSAY_TICK}${slug}`}
                    value="on"
                    defaultChecked={kept ? `${ESSAY_TICK}${slug}` in kept.fields : theirs}
                    className="mt-0.5 size-4 flex-none accent-rubric"
                  />
                  <span lang={of} className="wrap-anywhere">
                    {title}
                  </span>
                </label>
              </li>
            ))}
          </ul>
          {noneTicked ? (
            <p id="field-of-error" className="mt-2 text-[0.8125rem] text-rubric-ink">
              {t.moderatorOfNone}
            </p>
          ) : null}
        </fieldset>
        <p id="field-role-hint" className="text-[0.8125rem] text-ink-3">
          {t.changeRoleHint}
        </p>
      </AccountForm>
    </div>
  )
}
