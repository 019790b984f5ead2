/** A word at the foot of the window about what a key did or could not do; also spoken. */
export function Said({ children }: { children: string }) {
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-6 z-30 mx-auto w-fit rounded-full bg-ink px-4 py-2 text-sm text-paper empty:hidden"
    >
      {children}
    </div>
  )
}
