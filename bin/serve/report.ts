// What the person at the terminal sees: one line a step, with the time it took.

/** Runs a step and prints its line. `note` says what came of it; `say` is for a step that takes long. */
export async function step<T>(
  name: string,
  work: (say: (text: string) => void) => Promise<T>,
  note: (result: T) => string,
): Promise<T> {
  const began = Date.now()
  const result = await work((text) => line(name, text))
  line(name, `${note(result)}   ${((Date.now() - began) / 1000).toFixed(1)} s`)
  return result
}

export function line(name: string, text: string): void {
  console.log(`  ${name.padEnd(14)} ${text}`)
}
