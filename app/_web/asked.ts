import type { Metadata } from 'next'
import { z } from 'zod'
import type { Language } from '@/messages/language'
import { pageLanguage } from './page'

/** What Next hands to a page. */
export type PageProps<P = unknown> = {
  params: Promise<{ lang: string } & P>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The language of the page and its query; of what stands there twice, the first. */
export async function asked<P>({ params, searchParams }: PageProps<P>) {
  const given = await params
  const query: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(await searchParams)) query[name] = Array.isArray(value) ? value[0] : value
  return { language: pageLanguage(given.lang), params: given, query }
}

/** Where a list goes on: an id, or nothing. */
export function idOf(value: string | undefined): string | undefined {
  return z.uuid().safeParse(value).data
}

/** Title of a page that is nobody else's business. */
export function privatePage(title: (language: Language) => string) {
  return async ({ params }: { params: Promise<{ lang: string }> }): Promise<Metadata> => ({
    title: title(pageLanguage((await params).lang)),
    robots: { index: false },
  })
}
