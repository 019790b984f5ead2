import { describeApi } from '@/app/_web/openapi'
import * as flags from '../comments/[id]/flags/route'
import * as replies from '../comments/[id]/replies/route'
import * as comment from '../comments/[id]/route'
import * as vote from '../comments/[id]/vote/route'
import * as events from '../essays/[slug]/events/route'
import * as essayRead from '../essays/[slug]/read/route'
import * as essay from '../essays/[slug]/route'
import * as standing from '../essays/[slug]/standing/route'
import * as essays from '../essays/route'
import * as copy from '../exports/[id]/route'
import * as meDisplay from '../me/display/route'
import * as me from '../me/route'
import * as claim from '../moderation/cases/[id]/claim/route'
import * as deskFigures from '../moderation/figures/route'
import * as deskStanding from '../moderation/standing/route'
import * as thread from '../paragraphs/[id]/comments/route'
import * as draft from '../paragraphs/[id]/draft/route'
import * as fresh from '../paragraphs/[id]/fresh/route'
import * as mine from '../paragraphs/[id]/mine/route'
import * as read from '../paragraphs/[id]/read/route'
import * as shown from '../paragraphs/[id]/shown/route'
import * as similar from '../paragraphs/[id]/similar/route'
import * as makePasskey from '../passkeys/make/route'
import * as showPasskey from '../passkeys/show/route'
import * as people from '../people/route'
import * as preview from '../preview/route'
import * as search from '../search/route'

const ROUTES = {
  '/api/essays': essays,
  '/api/essays/{slug}': essay,
  '/api/essays/{slug}/events': events,
  '/api/essays/{slug}/read': essayRead,
  '/api/essays/{slug}/standing': standing,
  '/api/paragraphs/{id}/comments': thread,
  '/api/paragraphs/{id}/fresh': fresh,
  '/api/paragraphs/{id}/mine': mine,
  '/api/paragraphs/{id}/draft': draft,
  '/api/paragraphs/{id}/shown': shown,
  '/api/paragraphs/{id}/similar': similar,
  '/api/paragraphs/{id}/read': read,
  '/api/comments/{id}': comment,
  '/api/comments/{id}/replies': replies,
  '/api/comments/{id}/vote': vote,
  '/api/comments/{id}/flags': flags,
  '/api/exports/{id}': copy,
  '/api/moderation/figures': deskFigures,
  '/api/moderation/standing': deskStanding,
  '/api/moderation/cases/{id}/claim': claim,
  '/api/me': me,
  '/api/me/display': meDisplay,
  '/api/people': people,
  '/api/passkeys/make': makePasskey,
  '/api/passkeys/show': showPasskey,
  '/api/preview': preview,
  '/api/search': search,
}

export function GET() {
  return Response.json(describeApi(ROUTES))
}
