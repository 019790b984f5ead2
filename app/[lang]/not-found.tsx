'use client'
import { useParams } from 'next/navigation'
import { NothingHere } from '@/app/_components/frame/nothing-here'
import { isLanguage } from '@/messages/language'

/**
 * For what turns out missing while reading with JavaScript; a page asked for anew gets app/[lang]/missing. A client
 * component because Next gives it no params: the language comes from the address.
 */
export default function NotFound() {
  const { lang } = useParams()
  return <NothingHere language={isLanguage(lang) ? lang : 'en'} />
}
