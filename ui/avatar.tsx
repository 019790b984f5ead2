const TINTS = ['bg-[#cfdcd3]', 'bg-[#d6d3e3]', 'bg-[#ead7c6]', 'bg-[#d9d2c3]', 'bg-[#d3dbe3]']

/** A round initial. Its tint follows the name, so that a person looks the same everywhere. Decoration: never read out. */
export function Avatar({ name }: { name: string }) {
  const code = [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7)
  return (
    <span
      aria-hidden="true"
      className={`inline-grid size-6 flex-none place-items-center rounded-full text-[0.6875rem]/none font-semibold text-[#3f3930] ${TINTS[code % TINTS.length]}`}
    >
      {[...name][0]?.toUpperCase()}
    </span>
  )
}
