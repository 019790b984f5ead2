import { FIELD } from '@/ui/field'

type Props = { label: string; name: string; value: string | undefined; choices: [string, string][]; error?: string }

/** One of a few. @param choices value and words */
export function SelectField({ label, name, value, choices, error }: Props) {
  const id = `field-${name}`
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={value}
        className={FIELD}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
      {error ? (
        <p id={`${id}-error`} className="text-[0.8125rem] text-rubric-ink">
          {error}
        </p>
      ) : null}
    </div>
  )
}
