import { SearchQuery } from '@/forum/search/input'

export type SearchFields = Partial<Record<keyof SearchQuery, string>>

/** What a form or a link asked for; fields that were left empty, and others than ours, are not there. */
export function searchFields(query: Record<string, string | undefined>): SearchFields {
  const names = SearchQuery.keyof().exclude(['limit']).options
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = query[name]?.trim()
      // The form always sends where; everywhere is what is meant without it.
      return value && !(name === 'in' && value === 'all') ? [[name, value]] : []
    }),
  )
}

/** The address of a search, without language prefix. */
export function searchPath(fields: SearchFields): string {
  return `/search?${new URLSearchParams(fields)}`
}
