type Props = {
  name: string
  legend: string
  /** Value and what it is called. */
  choices: readonly (readonly [string, string])[]
  chosen: string
}

/** One of a few, each with room for a finger. */
export function Choices({ name, legend, choices, chosen }: Props) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-sm font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-x-6">
        {choices.map(([value, label]) => (
          <label key={value} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === chosen}
              required
              className="size-4 flex-none accent-rubric"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
