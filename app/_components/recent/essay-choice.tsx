import { SelectField } from '@/app/_components/search/select-field'
import { inLanguage } from '@/app/_web/address'
import type { Language } from '@/messages/language'
import { recent } from '@/messages/recent'
import { button } from '@/ui/button'

type Props = { essays: { slug: string; title: string }[]; chosen: string | undefined; language: Language }

/** One essay or all; where there is one, there is nothing to choose. */
export function EssayChoice({ essays, chosen, language }: Props) {
  const t = recent[language]
  if (essays.length < 2) return null
  return (
    <form action={inLanguage(language, '/recent')} className="grid grid-cols-[1fr_auto] items-end gap-3">
      <SelectField
        label={t.essay}
        name="essay"
        value={chosen ?? ''}
        choices={[['', t.allEssays], ...essays.map(({ slug, title }): [string, string] => [slug, title])]}
      />
      <button type="submit" className={button('plain', 'min-h-11')}>
        {t.show}
      </button>
    </form>
  )
}
