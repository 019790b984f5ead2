import { change } from '@/forum/change'
import { enqueue } from '@/forum/job'
import { writeLog } from '@/forum/log/mutations'
import { allow } from '@/forum/policy'
import { Refusal } from '@/forum/refusal'
import type { Viewer } from '@/forum/viewer'
import { sqlState, type Tx } from '@/lib/db'
import { newId } from '@/lib/id'
import type { SwitchRule, WriteRule } from './input'

/**
 * A new rule, or another version of one. What is written looks at nothing before somebody switches it: a changed rule that was
 * live goes back to its shadow, as nobody has seen yet what it catches.
 * @throws Refusal not-found, suspended, name-taken
 */
export async function writeRule(viewer: Viewer, input: WriteRule): Promise<{ id: string; version: number }> {
  allow('rule.write', viewer)
  const { ruleId, name, ...version } = input
  try {
    return await change(
      async (tx) => {
        const rule = ruleId ? await nextVersion(tx, ruleId, name) : await firstVersion(tx, name)
        await tx.ruleVersion.create({
          data: { ...version, ruleId: rule.id, version: rule.version, byId: viewer.id },
          select: { version: true },
        })
        await writeLog(tx, {
          act: 'rule.write',
          subject: rule.id,
          byId: viewer.id,
          reason: input.reason,
          details: { rule: name, version: rule.version },
        })
        return rule
      },
      { log: true },
    )
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('name-taken', { field: 'name' })
    throw error
  }
}

async function firstVersion(tx: Tx, name: string) {
  return tx.rule.create({ data: { id: newId(), name }, select: { id: true, version: true } })
}

async function nextVersion(tx: Tx, ruleId: string, name: string) {
  await tx.$queryRaw`SELECT 1 FROM "Rule" WHERE "id" = ${ruleId}::uuid FOR UPDATE`
  const before = await tx.rule.findUnique({ where: { id: ruleId }, select: { stage: true } })
  if (!before) throw new Refusal('not-found')
  return tx.rule.update({
    where: { id: ruleId },
    data: { name, version: { increment: 1 }, stage: before.stage === 'live' ? 'shadow' : before.stage },
    select: { id: true, version: true },
  })
}

/** @throws Refusal not-found, suspended */
export async function switchRule(viewer: Viewer, { ruleId, stage }: SwitchRule): Promise<void> {
  allow('rule.write', viewer)
  await change(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Rule" WHERE "id" = ${ruleId}::uuid FOR UPDATE`
      const rule = await tx.rule.findUnique({
        where: { id: ruleId },
        select: { name: true, version: true, stage: true },
      })
      if (!rule) throw new Refusal('not-found')
      if (rule.stage === stage) return
      await tx.rule.update({ where: { id: ruleId }, data: { stage }, select: { id: true } })
      await writeLog(tx, {
        act: 'rule.stage',
        subject: ruleId,
        byId: viewer.id,
        details: { rule: rule.name, version: rule.version, from: rule.stage, to: stage },
      })
    },
    { log: true },
  )
}

/** Begins a rehearsal over all stored comments. One that is under way is the one that was wanted. */
export async function startRehearsal(viewer: Viewer, ruleId: string): Promise<void> {
  allow('rule.write', viewer)
  await change(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Rule" WHERE "id" = ${ruleId}::uuid FOR UPDATE`
    const rule = await tx.rule.findUnique({ where: { id: ruleId }, select: { version: true } })
    if (!rule) throw new Refusal('not-found')
    const running = await tx.rehearsal.findFirst({ where: { ruleId, finishedAt: null }, select: { id: true } })
    if (running) return
    const id = newId()
    // As many as PostgreSQL believes there are: counting a million takes as long as a good part of the rehearsal.
    const [size] = await tx.$queryRaw<{ total: number }[]>`
      SELECT GREATEST(reltuples, 0)::int AS "total" FROM pg_class WHERE oid = '"Comment"'::regclass`
    await tx.rehearsal.create({
      data: { id, ruleId, version: rule.version, byId: viewer.id, total: size?.total ?? 0 },
      select: { id: true },
    })
    await enqueue(tx, 'rehearse', { rehearsalId: id }, { key: `rehearse ${id}` })
  })
}
