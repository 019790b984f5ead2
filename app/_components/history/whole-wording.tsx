/** A wording in full, folded until somebody wants to read it undisturbed. */
export function WholeWording({ title, text, lang }: { title: string; text: string; lang: string }) {
  return (
    <details className="rounded-md border border-rule bg-leaf px-4">
      <summary className="py-2.5 text-sm font-semibold pointer-coarse:py-3">{title}</summary>
      <p lang={lang} dir="auto" className="pb-4 wrap-anywhere whitespace-pre-wrap font-serif text-[1.0625rem]/[1.68]">
        {text}
      </p>
    </details>
  )
}
