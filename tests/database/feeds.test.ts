import { describe, expect, test, vi } from 'vitest'
import { GET as essayFeed } from '@/app/[lang]/essays/[slug]/feed/route'
import { GET as paragraphFeed } from '@/app/[lang]/p/[id]/feed/route'
import { GET as personFeed } from '@/app/[lang]/people/[handle]/feed/route'
import { editComment } from '@/forum/comments/mutations'
import { publishRevision } from '@/forum/essay/publish'
import { db } from '@/lib/db'
import { hold, makePerson, makeThread, remove, say, unique } from '../support/people'

vi.setConfig({ testTimeout: 120_000 })
process.env.LIMITS = 'off'
process.env.NEXTAUTH_URL = 'https://forum.example'

type Door = typeof essayFeed
const get = (door: Door, params: Record<string, string>, headers: Record<string, string> = {}, lang = 'en') =>
  door(new Request('https://forum.example/feed', { headers }), { params: Promise.resolve({ lang, ...params }) })
const xmlOf = async (door: Door, params: Record<string, string>, lang = 'en') =>
  (await get(door, params, {}, lang)).text()
const idsIn = (xml: string) => [...xml.matchAll(/<entry[\s\S]*?<id>urn:uuid:([^<]+)</g)].map(([, id]) => id)

describe('a feed', () => {
  test('of an essay has its comments and revisions, newest first, with addresses that lead there', async () => {
    const thread = await makeThread()
    const author = await makePerson()
    const first = await say(thread, { by: author, body: 'See [the other](/c/1) & **this**' })
    await publishRevision({
      slug: thread.slug,
      source: `${thread.text}\n\nAnother text.`,
      note: 'A note <b>',
      publishedById: null,
    })
    const second = await say(thread, { to: first })
    const revisions = await db.revision.findMany({ where: { essayId: thread.essayId }, orderBy: { number: 'desc' } })
    const answer = await get(essayFeed, { slug: thread.slug })
    const xml = await answer.text()
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(idsIn(xml)).toEqual([second, revisions[0]?.id, first, revisions[1]?.id])
    expect(xml).toContain(`<id>urn:uuid:${thread.essayId}</id>`)
    expect(xml).toContain(`href="https://forum.example/essays/${thread.slug}/feed"`)
    expect(xml).toContain(`href="https://forum.example/c/${first}"`)
    expect(xml).toContain('&#60;a href=&#34;https://forum.example/c/1&#34;')
    expect(xml).toContain('A note &#60;b&#62;')
    expect(xml).toContain('xml:lang="en"')
    expect(await xmlOf(essayFeed, { slug: thread.slug }, 'zh')).toContain('xml:lang="zh-Hans"')
  })

  test('of a paragraph has its thread, answers included; of a person what they said, in all essays', async () => {
    const [here, there] = [await makeThread(), await makeThread()]
    const person = await makePerson()
    const root = await say(here)
    const reply = await say(here, { to: root, by: person })
    const elsewhere = await say(there, { by: person })
    expect(idsIn(await xmlOf(paragraphFeed, { id: here.id }))).toEqual([reply, root])
    expect(idsIn(await xmlOf(personFeed, { handle: encodeURIComponent(person.handle) }))).toEqual([elsewhere, reply])
  })

  test('is not sent again to who has it, until something is said, edited or taken away', async () => {
    const thread = await makeThread()
    const author = await makePerson()
    const params = { id: thread.id }
    const etags = new Set<string | null>()
    const isNew = async () => {
      const etag = (await get(paragraphFeed, params)).headers.get('etag')
      const again = await get(paragraphFeed, params, { 'if-none-match': `"x", ${etag}` })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
      expect(again.headers.get('cache-control')).toContain('public')
      const known = etags.has(etag)
      etags.add(etag)
      return !known
    }
    expect([await isNew(), await isNew()]).toEqual([true, false])
    const id = await say(thread, { by: author })
    expect([await isNew(), await isNew()]).toEqual([true, false])
    await editComment(author, id, { body: 'other words' })
    expect(await isNew()).toBe(true)
    await remove(id)
    expect((await xmlOf(paragraphFeed, params)).includes('<entry')).toBe(false)
  })

  test('has only what a guest may read', async () => {
    const thread = await makeThread()
    const author = await makePerson()
    const shown = await say(thread, { by: author })
    await hold(await say(thread, { by: author }))
    await remove(await say(thread, { by: author }))
    for (const [door, params] of [
      [paragraphFeed, { id: thread.id }],
      [personFeed, { handle: author.handle }],
    ] as const)
      expect(idsIn(await xmlOf(door, params))).toEqual([shown])
    expect(idsIn(await xmlOf(essayFeed, { slug: thread.slug }))).toHaveLength(2)
  })

  test.each(['members', 'unlisted'] as const)(
    'of an essay for %s does not exist, nor does another tell of it',
    async (visibility) => {
      const thread = await makeThread()
      const author = await makePerson()
      await say(thread, { by: author, body: 'said among ourselves' })
      expect(await xmlOf(personFeed, { handle: author.handle })).toContain('said among ourselves')
      await db.essay.update({ where: { id: thread.essayId }, data: { visibility } })
      expect((await get(essayFeed, { slug: thread.slug })).status).toBe(404)
      expect((await get(paragraphFeed, { id: thread.id })).status).toBe(404)
      expect(await xmlOf(personFeed, { handle: author.handle })).not.toContain('said among ourselves')
    },
  )

  test('of nothing is not found', async () => {
    for (const [door, params] of [
      [essayFeed, { slug: unique('absent') }],
      [essayFeed, { slug: '%E0%A4%A' }],
      [paragraphFeed, { id: 'x' }],
      [paragraphFeed, { id: crypto.randomUUID() }],
      [personFeed, { handle: unique('nobody') }],
    ] as const)
      expect((await get(door as Door, params)).status).toBe(404)
    expect((await get(essayFeed, { slug: 'x' }, {}, 'xx')).status).toBe(404)
  })
})
