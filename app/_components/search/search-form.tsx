import { inLanguage } from '@/app/_web/address'
import type { SearchFields } from '@/app/_web/search-fields'
import { SEARCH_MAX } from '@/forum/search/input'
import type { Language } from '@/messages/language'
import { searching } from '@/messages/search'
import { button } from '@/ui/button'
import { Field } from '@/ui/field'
import { NarrowFields } from './narrow-fields'

type Props = {
  fields: SearchFields
  essays: { slug: string; title: string }[]
  /** The field that has to be mended. */
  wrong: keyof SearchFields | undefined
  language: Language
}

export function SearchForm({ fields, essays, wrong, language }: Props) {
  const t = searching[language]
  return (
    <search>
      <form action={inLanguage(language, '/search')} className="grid gap-4">
        <Field
          label={t.label}
          hint={t.hint}
          error={wrong === 'q' ? t.wrong.q : undefined}
          type="search"
          name="q"
          defaultValue={fields.q}
          maxLength={SEARCH_MAX}
          required
        />
        <NarrowFields fields={fields} essays={essays} wrong={wrong} language={language} />
        <button type="submit" className={button('primary', 'justify-self-start')}>
          {t.submit}
        </button>
      </form>
    </search>
  )
}
