type Props = { legend: string; options: readonly (readonly [string, string])[]; chosen: string }

/** What a person wants to hear: one of a few sentences. */
export function Options({ legend, options, chosen }: Props) {
  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">{legend}</legend>
      {options.map(([choice, words]) => (
        <label key={choice} className="flex items-center gap-2 py-1 pointer-coarse:min-h-11">
          <input
            type="radio"
            name="choice"
            value={choice}
            defaultChecked={choice === chosen}
            required
            className="flex-none accent-rubric"
          />
          {words}
        </label>
      ))}
    </fieldset>
  )
}
