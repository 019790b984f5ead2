import { limitsAreOff } from '@/lib/limits'
import { type Check, holdFor } from './written'

const MOST = 2

/** Somebody new who brings many links is looked at first: it is what advertising is like. */
export const links: Check = {
  name: 'links',
  look: ({ by, html }) => (by.trust === 0 && !limitsAreOff() && countLinks(html) > MOST ? holdFor('links') : null),
}

const countLinks = (html: string) => html.match(/<a\s/g)?.length ?? 0
