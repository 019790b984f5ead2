import { join } from 'node:path'
import { db } from '@/lib/db'
import { ensurePeople } from '@/seeds/play/people'
import { playScript } from '@/seeds/play/play'
import { LIVELY } from '@/seeds/scenarios/lively'
import { TROUBLED } from '@/seeds/scenarios/troubled'
import { root } from '../prepare.mjs'
import { importEssay } from './import'
import { FIRST_ESSAY, type Scenario } from './names'
import { clearComments } from './seed-reset'

/** Plays a scenario into the first essay. A second time adds what is missing and nothing else. @returns what was done */
export async function seed(scenario: Scenario, { reset }: { reset: boolean }): Promise<string> {
  const essay = await ensureEssay()
  if (scenario === 'empty') {
    const cleared = await clearComments(essay, { reset })
    return `${FIRST_ESSAY} is there, without comments${cleared > 0 ? ` (${cleared.toLocaleString('en')} deleted)` : ''}.`
  }
  const people = await ensurePeople(essay.id)
  const said = scenario === 'lively' ? LIVELY : [...LIVELY, ...TROUBLED.said]
  const script = scenario === 'lively' ? { said, flags: [], decisions: [] } : { ...TROUBLED, said }
  const made = await playScript(essay.id, people, script)
  return `${FIRST_ESSAY} is ${scenario}: ${made.comments} comments added, ${made.flags} flags, ${made.decisions} decisions.`
}

async function ensureEssay(): Promise<{ id: string; slug: string }> {
  const which = { where: { slug: FIRST_ESSAY }, select: { id: true, slug: true } }
  const found = await db.essay.findUnique(which)
  if (found) return found
  await importEssay(join(root, 'seeds/essay.md'))
  return db.essay.findUniqueOrThrow(which)
}
