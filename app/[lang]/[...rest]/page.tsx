import { notFound } from 'next/navigation'

/** Every address that is no page, in the language it was asked in. */
export default function NoPage() {
  notFound()
}
