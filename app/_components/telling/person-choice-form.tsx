import { AccountForm } from '@/app/_components/people/account-form'
import { shownName } from '@/app/_components/people/shown-name'
import type { KeptForm } from '@/forum/forms/kept'
import type { Language } from '@/messages/language'
import { telling } from '@/messages/telling'
import { button } from '@/ui/button'
import { Options } from './options'

type Props = {
  handle: string
  chosen: 'usual' | 'muted' | 'blocked'
  kept: KeptForm | undefined
  language: Language
}

/** Whether one wants to hear of somebody: on their page, folded up unless something was chosen. */
export function PersonChoiceForm({ handle, chosen, kept, language }: Props) {
  const t = telling[language]
  return (
    <details open={kept !== undefined || chosen !== 'usual'} className="text-sm">
      <summary className="w-fit py-1 text-ink-2 hover:text-ink pointer-coarse:py-3">{t.personLink}</summary>
      <AccountForm
        action="/do/notifications/person"
        language={language}
        kept={kept}
        hidden={{ handle }}
        className="mt-1 grid gap-3 rounded-md border border-rule bg-leaf p-4"
      >
        <Options
          legend={t.personLink}
          options={Object.entries(t.personChoices(shownName(handle, language)))}
          chosen={kept?.fields.choice ?? chosen}
        />
        <div>
          <button type="submit" className={button('plain', 'min-h-11')}>
            {t.save}
          </button>
        </div>
      </AccountForm>
    </details>
  )
}
