'use client'
import Link from 'next/link'
import { useEffect } from 'react'
import { drawnAnew, useCounts } from '@/app/_components/unread/standing'
import type { Language } from '@/messages/language'
import { reading } from '@/messages/reading'
import { unread } from '@/messages/unread'
import { OPENER } from './anchors'
import { OpeningSign } from './opening-sign'

type Props = { id: string; ordinal: number; drawn: number; href: string; language: Language }

/**
 * The one button of a paragraph: how many comments it has, and how many of them are new to the reader. The page says what is
 * the same for everybody; the rest is filled in, on a line of its own where nothing has to move for it.
 */
export function ThreadOpener({ id, ordinal, drawn, href, language }: Props) {
  const t = reading[language]
  const known = useCounts(id)
  useEffect(() => drawnAnew(id, drawn), [id, drawn])
  const count = known?.comments ?? drawn
  const fresh = known && known.fresh > 0 ? unread[language].fresh(known.fresh) : undefined
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      aria-label={t.paragraphButton(ordinal, count, fresh)}
      data-counted={count > 0 || undefined}
      {...{ [OPENER]: '' }}
      className="relative inline-flex min-h-8 items-center rounded-full border border-rule bg-leaf px-3 text-sm leading-none text-ink-2 hover:border-field group-data-on/paragraph:border-rubric group-data-on/paragraph:text-rubric-ink not-data-counted:border-dashed not-data-counted:bg-transparent not-data-counted:text-ink-3 pointer-coarse:min-h-11 pointer-coarse:px-4 pointer-fine:not-data-counted:opacity-0 pointer-fine:not-data-counted:group-focus-within/paragraph:opacity-100 pointer-fine:not-data-counted:group-hover/paragraph:opacity-100 pointer-fine:not-data-counted:group-data-on/paragraph:opacity-100"
    >
      {count > 0 ? t.comments(count) : t.discuss}
      {fresh ? (
        <span data-new-count className="ms-2 font-semibold text-rubric-ink">
          {fresh}
        </span>
      ) : null}
      <OpeningSign language={language} />
    </Link>
  )
}
