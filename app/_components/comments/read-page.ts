import type { ThreadComment } from '@/forum/comments/queries'

type Page = { comments: ThreadComment[]; nextCursor: string | null }

/** A further page of comments from a JSON door; null when it did not come. */
export async function readPage(address: string, query: Record<string, string | undefined>): Promise<Page | null> {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, value)
  try {
    const response = await fetch(`${address}?${asked}`)
    return response.ok ? ((await response.json()) as Page) : null
  } catch {
    return null
  }
}
