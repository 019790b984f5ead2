import { allow, may } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { listedEssays, readableComments, visibleEssays } from '@/forum/visibility'
import { db, type Prisma } from '@/lib/db'
import { readEssaysOf } from './essays-of'
import type { PeopleAmong } from './input'
import { countsNow } from './suspension'

const PAGE = 20

/**
 * A person's page: who they are, where they write, and their comments that the viewer may read, newest first, of all essays or
 * of one. @throws Refusal not-found
 */
export async function readProfile(viewer: Viewer, handle: string, before?: string, slug?: string) {
  const person = await db.person.findUnique({
    where: { handle, deletedAt: null },
    select: {
      id: true,
      handle: true,
      displayName: true,
      about: true,
      role: true,
      essaysOnly: true,
      createdAt: true,
    },
  })
  if (!person) throw new Refusal('not-found')
  const rows = await db.comment.findMany({
    where: {
      AND: [
        readableComments(viewer),
        { authorId: person.id },
        before ? { id: { lt: before } } : {},
        slug ? { essay: { slug } } : {},
      ],
    },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: {
      id: true,
      html: true,
      status: true,
      createdAt: true,
      essay: { select: { title: true, slug: true } },
    },
  })
  const { id: _, essaysOnly, ...shown } = person
  return {
    person: shown,
    moderates: essaysOnly ? await readModerated(viewer, person.id) : null,
    essays: await readEssaysOf(viewer, person.id),
    can: {
      changeRole: may('person.role', viewer, person),
      choose: may('person.choose', viewer, person),
      clearAbout: person.about !== null && may('person.clear-about', viewer, person),
    },
    comments: rows.slice(0, PAGE),
    before: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
  }
}

/** The essays that a moderator of certain essays is one of, as far as lists name them for the viewer. */
function readModerated(viewer: Viewer, personId: string) {
  return db.essay.findMany({
    where: { AND: [listedEssays(viewer), { moderators: { some: { personId } } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { slug: true, title: true, language: true },
  })
}

/** What an owner chooses from who makes somebody a moderator of certain essays: every essay, and which are theirs already. */
export async function readRoleChoice(viewer: Viewer, handle: string) {
  const person = await db.person.findUnique({
    where: { handle, deletedAt: null },
    select: { id: true, role: true, essaysOnly: true },
  })
  if (!person) throw new Refusal('not-found')
  allow('person.role', viewer, person)
  const essays = await db.essay.findMany({
    where: visibleEssays(viewer),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      slug: true,
      title: true,
      language: true,
      moderators: { where: { personId: person.id }, select: { personId: true } },
    },
  })
  return {
    role: person.essaysOnly ? ('moderator-of' as const) : person.role,
    /** Those that are theirs first: of many essays they are few. */
    essays: essays
      .map(({ moderators, ...essay }) => ({ ...essay, theirs: moderators.length > 0 }))
      .sort((one, other) => Number(other.theirs) - Number(one.theirs)),
  }
}

const AMONG = {
  everybody: () => ({}),
  restricted: () => ({ restrictions: { some: { OR: [countsNow('suspension'), countsNow('approval')] } } }),
  moderators: () => ({ role: { in: ['moderator', 'owner'] } }),
} satisfies Record<PeopleAmong, () => Prisma.PersonWhereInput>

type PeoplePage = { search?: string; after?: string; among?: PeopleAmong }

/** People for the owner's and the moderators' list, by handle. */
export async function listPeople(viewer: Viewer, page: PeoplePage) {
  allow('people.list', viewer)
  const rows = await db.person.findMany({
    where: {
      ...AMONG[page.among ?? 'everybody'](),
      deletedAt: null,
      handle: { startsWith: (page.search ?? '').toLowerCase(), ...(page.after ? { gt: page.after } : {}) },
    },
    orderBy: { handle: 'asc' },
    take: PAGE + 1,
    select: {
      id: true,
      handle: true,
      displayName: true,
      role: true,
      essaysOnly: true,
      createdAt: true,
      restrictions: {
        where: { OR: [countsNow('suspension'), countsNow('approval')] },
        orderBy: { endsAt: 'desc' },
        select: {
          id: true,
          kind: true,
          endsAt: true,
          reason: true,
          essay: { select: { title: true, language: true } },
        },
      },
    },
  })
  const people = rows.slice(0, PAGE).map((person) => {
    const { id: _, restrictions, essaysOnly, role, ...shown } = person
    const [suspension = null] = restrictions.filter(({ kind }) => kind === 'suspension')
    return {
      ...shown,
      role: essaysOnly ? ('moderator-of' as const) : role,
      /** Of several the one that ends last. */
      suspension,
      approvals: restrictions.filter(({ kind }) => kind === 'approval'),
      can: { lift: suspension !== null && may('person.unsuspend', viewer, person) },
    }
  })
  return { people, after: rows.length > PAGE ? (rows[PAGE - 1]?.handle ?? null) : null }
}

/** One's own account, for the settings page. */
export async function readAccount(viewer: Viewer) {
  allow('self.read', viewer)
  return db.person.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { handle: true, displayName: true, about: true, language: true, email: true, role: true, createdAt: true },
  })
}
