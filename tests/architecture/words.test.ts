import { describe, expect, test } from 'vitest'
import { below, code, sources } from '../support/sources'

describe('what is hidden', () => {
  /** A query over an essay's text that does not start from who may open it. */
  const WITHOUT_ESSAYS: Record<string, string> = {
    'forum/notifications/changed.ts': 'who is to be told; what they may see of it is asked when it is shown or mailed',
    'forum/comments/as-of.ts': 'a wording of the revision that findRevision found for the viewer',
    'forum/comments/view.ts': 'columns of comments that were found for the viewer; of a revision its number',
    'forum/essay/authored.ts': 'an author’s own essays, and all of them for an owner',
    'forum/essay/authors.ts': 'essay.publish is asked of whatever is found',
    'forum/essay/closed.ts': 'why something was not found; it reads no words',
    'forum/essay/compare.ts': 'after findEssayId found the essay for the viewer',
    'forum/essay/current.ts': 'for authors, and for compare.ts, which asks before',
    'forum/essay/for-members.ts': 'a number for those who are signed in',
    'forum/essay/publish.ts': 'publishing, after essayForAuthor or by the operator',
    'forum/essay/returning.ts': 'what a revision brings back, for its author',
    'forum/essay/settings.ts': 'the author’s page, after essayForAuthor',
    'forum/moderation/decide.ts': 'the wording that a decision is bound to; it reads no words',
    'forum/moderation/queries.ts': 'the desk, after desk.enter',
    'forum/moderation/queue.ts': 'the desk, after desk.enter',
    'forum/people/mutations.ts': 'ids of the essays that an owner or the operator names',
    'forum/upkeep/orphans.ts': 'the operator’s checks; they read no words',
  }
  const asksForText =
    /\b(?:db|tx)\.(?:essay|revision|paragraph|wording|lineage)\.(?:find|count|aggregate|groupBy)|(?:FROM|JOIN) "(?:Essay|Revision|Paragraph|Wording|Lineage)"/
  const essays = /\b(?:visibleEssays|listedEssays|listedEssaysSql)\(/

  test('is asked for by every query over essays and their texts, but for a few with a reason', () => {
    const asking = below('forum/').filter(({ text }) => asksForText.test(code(text)))
    expect(asking.length).toBeGreaterThan(8)
    const without = asking.filter(({ text }) => !essays.test(code(text))).map(({ path }) => path)
    expect(without.sort()).toEqual(Object.keys(WITHOUT_ESSAYS).sort())
  })

  /** A query over comments that does not start from visibility. Each has its reason, and is looked at when it changes. */
  const WITHOUT_VISIBILITY: Record<string, string> = {
    'forum/change.ts': 'leaves out of what streams hear that a comment is held; it reads no words',
    'forum/comments/counters.ts': 'counts, in the transaction of the change it counts',
    'forum/comments/view.ts': 'columns and joins of a list of ids, which the query they stand in found visibly',
    'forum/essay/missed.ts': 'leaves out of what streams hear that a comment is held; it reads no words',
    'forum/moderation/checks/first-comments.ts': 'counts the writer’s own',
    'forum/moderation/checks/heated-chain.ts': 'counts reports above what is answered, which was found visibly',
    'forum/moderation/checks/own-comments.ts': 'the writer’s own, before they write another',
    'forum/moderation/held.ts': 'the viewer’s own that wait, and why',
    'forum/moderation/holding.ts': 'the status, in the transaction that locked the comment',
    'forum/moderation/appeals.ts': 'locks a comment of the viewer’s own, found through a decision about it',
    'forum/moderation/decide.ts': 'the desk: desk.enter is asked first, and the comment is locked through lockComment',
    'forum/moderation/effect.ts': 'what a decision does to the comment it is about; it shows nobody anything',
    'forum/moderation/undo.ts': 'locks the comment of a case, after desk.enter',
    'forum/moderation/queries.ts':
      'the desk, after desk.enter; and the reasons for removed comments of the viewer’s own',
    'forum/moderation/queue.ts': 'the desk, after desk.enter',
    'forum/moderation/person.ts': 'the desk’s figures about a person; it counts and reads no words',
    'forum/privacy/deletion.ts': 'the comments of somebody who has left; none of them is shown',
    'forum/comments/take-back.ts': 'a comment that was found and locked; it reads no words',
    'forum/people/trust.ts': 'counts a person’s comments that stand; it reads no words',
    'forum/rules/mutations.ts': 'about how many comments there are; it reads no words',
    'forum/rules/rehearse.ts': 'counts what a rule would catch; the page shows what the moderator may read',
    'forum/similar/shares.ts': 'what PostgreSQL counted of the words of all; none of them is shown',
    'forum/people/renew-threads.ts': 'which threads show a changed name or role; it reads no words',
    'forum/upkeep/counters.ts': 'the operator’s recount; it reads no words',
    'forum/upkeep/orphans.ts': 'the operator’s checks; they read no words',
    'forum/votes/mutations.ts': 'the score, after findComment found the comment for the viewer',
  }
  const asks = /\b(?:db|tx)\.comment(?:Revision)?\.(?!create)|"Comment(?:Revision|Entry)?"/
  const visibility =
    /\b(?:visibleComments|visibleCommentsSql|readableComments|readableEntriesSql|commonWords|commonEntriesSql|commonWordsSql)\(/

  test('is asked for by every query over comments, but for a few with a reason', () => {
    const without = below('forum/')
      .filter(({ text }) => asks.test(code(text)) && !visibility.test(code(text)))
      .map(({ path }) => path)
    expect(below('forum/').filter(({ text }) => asks.test(code(text))).length).toBeGreaterThan(4)
    expect(without.sort()).toEqual(Object.keys(WITHOUT_VISIBILITY).sort())
  })

  test('is nobody else’s business: nothing outside forum/ reads comments', () => {
    const readers = below('app/', 'lib/', 'ui/').filter(({ text }) => asks.test(code(text)))
    expect(readers.map(({ path }) => path)).toEqual([])
  })

  test('on the desk is behind desk.enter, in every query of it', () => {
    for (const { path, text } of below(
      'forum/moderation/queries.ts',
      'forum/moderation/queue.ts',
      'forum/moderation/record.ts',
    )) {
      const functions = code(text)
        .split(/^export async function /m)
        .slice(1)
      expect(functions.length).toBeGreaterThan(1)
      for (const one of functions) {
        const name = /^\w+/.exec(one)?.[0] ?? ''
        // Of the viewer's own, or of a comment as they may read it.
        const own = ['readReasonsForOwn', 'readFlagging', 'readReceipt'].includes(name)
        if (!own) expect(one, `${path} ${name}`).toMatch(/(?:allow|may)\('desk\.enter', viewer\)/)
      }
    }
  })

  /** A query over cases or decisions that does not start from the essays which the viewer answers for. Each has its reason. */
  const WITHOUT_ESSAYS_OF_MODERATOR: Record<string, string> = {
    'forum/moderation/appeals.ts': 'a decision about the viewer’s own words',
    'forum/moderation/asked.ts': 'whether a held comment comes back, in the transaction of its edit',
    'forum/moderation/cases.ts': 'opens a case in the transaction of what brings it',
    'forum/moderation/checks/heated-chain.ts': 'counts reports above what is answered, which was found visibly',
    'forum/moderation/effect.ts': 'lets a decision take effect that was taken by whoever may',
    'forum/moderation/person.ts': 'how many reports of one person were upheld, in numbers',
    'forum/moderation/reporters.ts': 'how reports of one person ended, in numbers',
    'forum/moderation/statement.ts': 'the statement of reasons for the viewer’s own words',
    'forum/rules/rehearse.ts': 'counts what was approved; rules are of those who moderate everywhere',
    'forum/upkeep/orphans.ts': 'the operator’s checks',
  }
  const asksDesk = /\b(?:db|tx)\.(?:case|decision)\.(?:find|count|aggregate|groupBy)|(?:FROM|JOIN) "(?:Case|Decision)"/
  const ofModerator = /\bmoderatedIn(?:Sql)?\(|'(?:essay\.moderate|case\.decide|decision\.undo)', viewer/

  test('on the desk is that of the essays a moderator answers for, in every file that reads cases', () => {
    const without = below('forum/')
      .filter(({ text }) => asksDesk.test(code(text)) && !ofModerator.test(code(text)))
      .map(({ path }) => path)
    expect(without.sort()).toEqual(Object.keys(WITHOUT_ESSAYS_OF_MODERATOR).sort())
  })

  test('every page of the desk asks such a query', () => {
    const pages = sources.filter(({ path }) => /^app\/\[lang\]\/moderation\/.*page\.tsx$/.test(path))
    expect(pages.length).toBeGreaterThan(2)
    for (const { path, text } of pages) {
      expect(code(text), path).toMatch(
        /\b(?:readDesk|readCase|readQueue|readRules|readModerationSettings|readFigures|readNewcomers|listPeople|readRecord)\(\s*(?:await viewer\(\)|\w+)/,
      )
      expect(code(text), path).toMatch(/orNotFound\(/)
    }
  })

  test('is never in a shared page: those read as a guest', () => {
    const shared = sources.find(({ path }) => path === 'app/_web/shared-pages.ts')
    expect(code(shared?.text ?? '')).toContain('GUEST')
    const personal = /from '@\/app\/_web\/viewer'|from 'next\/headers'/
    for (const { path, text } of sources.filter((one) =>
      /^app\/\[lang\]\/(?:layout|page|essays\/\[slug\]\/(?:\(reading\)\/.*|layout)|log\/page)\.tsx$/.test(one.path),
    ))
      if (!/\/comments\/page\.tsx$/.test(path)) expect(personal.test(code(text)), path).toBe(false)
    for (const { path, imports } of sources)
      if (imports.some(({ to }) => /^lib\/cached/.test(to)))
        expect(
          imports.map(({ to }) => to),
          path,
        ).not.toContain('app/_web/viewer.ts')
  })
})

describe('HTML', () => {
  test('is put into a page by written.tsx only, and of an essay by essay-words.tsx', () => {
    const users = sources.filter(
      ({ path, text }) => path.startsWith('app/') && code(text).includes('dangerouslySetInnerHTML'),
    )
    expect(users.length).toBeGreaterThan(0)
    expect(users.map(({ path }) => path).filter((path) => !/\/(?:written|essay-words)\.tsx$/.test(path))).toEqual([])
  })

  test('is made of what a person wrote by lib/markdown, and of an essay by forum/essay/reading, only', () => {
    const makers = sources.filter(({ imports }) =>
      imports.some(({ to }) => /^(?:remark|rehype|unified|micromark|mdast)/.test(to)),
    )
    const ours = /^tests\/|^lib\/markdown(?:-guard)?\.ts$|^forum\/essay\/reading\//
    expect(makers.length).toBeGreaterThan(1)
    expect(makers.map(({ path }) => path).filter((path) => !ours.test(path))).toEqual([])
  })
})

describe('words', () => {
  const drawn = sources.filter(({ path }) => /^(?:app|ui)\/.*\.tsx$/.test(path))
  /** The forum's own name is the same in every language. */
  const allowed = new Set(['Marginalia'])
  const inElement = /<[A-Za-z](?:[^<>]|=>)*?(?<![=-])>([^<>{}=;()]*\p{L}[^<>{}=;()]*)<\//gu
  const inAttribute = /\s(?:aria-label|aria-description|alt|title|placeholder)="([^"]*\p{L}[^"]*)"/gu

  test('of a page stand in messages/, in every language, and not in components', () => {
    expect(drawn.length).toBeGreaterThan(40)
    const found = drawn.flatMap(({ path, text }) =>
      [inElement, inAttribute].flatMap((pattern) =>
        [...code(text).matchAll(pattern)]
          .map(([, words = '']) => words.trim())
          .filter((words) => !allowed.has(words))
          .map((words) => `${path}: ${words}`),
      ),
    )
    expect(found).toEqual([])
  })

  test('the check sees what it is there for', () => {
    for (const source of ['<p>Some words</p>', '<b className="a">造车</b>', '<p aria-label="Close">{x}</p>'])
      expect([...source.matchAll(inElement), ...source.matchAll(inAttribute)], source).toHaveLength(1)
  })
})

describe('a test', () => {
  // Of a describe within test too, and of modes (.serial, .concurrent). A skip under a condition has no name before it.
  const left = /^\s*(?:test|it|describe)(?:\.\w+)*\.(?:only|todo|fixme|skip\(\s*['"`])/m

  test('is never skipped, singled out or left to time', () => {
    for (const { path, text } of below('tests/').filter((source) => /\.(?:test|spec)\.tsx?$/.test(source.path))) {
      expect(code(text), path).not.toMatch(left)
      expect(code(text), path).not.toMatch(/\.waitForTimeout\(/)
    }
  })

  test('that is would be seen', () => {
    for (const source of [
      'test.only(',
      'test.describe.only(',
      '  test.describe.serial.skip("a',
      "it.concurrent.skip('a",
    ])
      expect(source).toMatch(left)
    expect('test.skip(isMobile)').not.toMatch(left)
  })
})
