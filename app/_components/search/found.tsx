import { When } from '@/app/_components/comments/when'
import { shownName } from '@/app/_components/people/shown-name'
import { commentPath, essayPath, inLanguage, threadPath } from '@/app/_web/address'
import { type SearchFields, searchPath } from '@/app/_web/search-fields'
import type { Found as FoundByForum } from '@/forum/search/queries'
import type { Language } from '@/messages/language'
import { searching } from '@/messages/search'
import { button } from '@/ui/button'
import { FoundList } from './found-list'

type Props = { found: FoundByForum; fields: SearchFields; language: Language }

/** Everything that was found, or what to try instead. */
export function Found({ found, fields, language }: Props) {
  const t = searching[language]
  const { titles, paragraphs, comments, moreParagraphs, nextCursor } = found
  const to = (path: string) => inLanguage(language, path)
  const more = (path: string, words: string) => (
    <a href={to(path)} className={button('plain', 'min-h-11 justify-self-start')}>
      {words}
    </a>
  )
  const next = nextCursor ? searchPath({ ...fields, cursor: nextCursor }) : null
  return (
    <>
      <FoundList
        title={t.essays}
        found={titles.map(({ slug, language: of, parts }) => ({
          key: slug,
          href: to(essayPath(slug)),
          about: null,
          language: of,
          parts,
        }))}
      />
      <FoundList
        title={t.paragraphs}
        found={paragraphs.map((paragraph) => ({
          key: paragraph.paragraphId,
          href: to(threadPath(paragraph.slug, paragraph.ordinal)),
          about: t.inParagraph(paragraph.title, paragraph.ordinal),
          language: paragraph.language,
          parts: paragraph.parts,
        }))}
      >
        {moreParagraphs ? more(searchPath({ ...fields, in: 'text' }), t.moreParagraphs) : null}
        {next && fields.in === 'text' ? more(next, t.further) : null}
      </FoundList>
      <FoundList
        title={t.comments}
        found={comments.map(({ id, author, essay, paragraph, createdAt, status, parts }) => ({
          key: id,
          href: to(commentPath(id)),
          about: (
            <>
              {shownName(author.handle, language)} ·{' '}
              {paragraph.ordinal === null ? essay.title : t.inParagraph(essay.title, paragraph.ordinal)} ·{' '}
              <When at={createdAt.toISOString()} language={language} />
              {status === 'held' ? ` · ${t.held}` : ''}
            </>
          ),
          parts,
        }))}
      >
        {next && fields.in !== 'text' ? more(next, t.older) : null}
      </FoundList>
    </>
  )
}
