import type { SearchFields } from '@/app/_web/search-fields'
import { SearchIn } from '@/forum/search/input'
import type { Language } from '@/messages/language'
import { searching } from '@/messages/search'
import { Field } from '@/ui/field'
import { SelectField } from './select-field'

type Props = {
  fields: SearchFields
  essays: { slug: string; title: string }[]
  wrong: keyof SearchFields | undefined
  language: Language
}

/** Where, by whom and when; folded away while nothing of it is used. */
export function NarrowFields({ fields, essays, wrong, language }: Props) {
  const t = searching[language]
  const error = (field: keyof typeof t.wrong) => (wrong === field ? t.wrong[field] : undefined)
  const { q: _, cursor: __, ...narrowed } = fields
  return (
    <details open={Object.keys(narrowed).length > 0}>
      <summary className="min-h-9 cursor-pointer py-1.5 text-sm text-ink-2 hover:text-ink pointer-coarse:min-h-11 pointer-coarse:py-3">
        {t.narrow}
      </summary>
      <div className="mt-2 grid items-start gap-4 border-s-2 border-rule ps-4 mid:grid-cols-2">
        <SelectField
          label={t.in}
          name="in"
          value={fields.in ?? 'all'}
          choices={SearchIn.options.map((one) => [one, t.ins[one]])}
          error={error('in')}
        />
        <SelectField
          label={t.essay}
          name="essay"
          value={fields.essay ?? ''}
          choices={[['', t.anyEssay], ...essays.map(({ slug, title }): [string, string] => [slug, title])]}
          error={error('essay')}
        />
        <Field
          label={t.paragraph}
          name="paragraph"
          type="number"
          min={1}
          inputMode="numeric"
          defaultValue={fields.paragraph}
          error={error('paragraph')}
        />
        <Field
          label={t.person}
          hint={t.personHint}
          name="person"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          defaultValue={fields.person}
          error={error('person')}
        />
        <Field label={t.since} name="since" type="date" defaultValue={fields.since} error={error('since')} />
        <Field label={t.until} name="until" type="date" defaultValue={fields.until} error={error('until')} />
        <p className="text-[0.8125rem] text-ink-3 mid:col-span-2">{t.timeHint}</p>
      </div>
    </details>
  )
}
