import { Prisma } from '@/lib/db'
import { GROUNDLESS } from './acts'

/** In SQL about a "Decision": it found the report groundless. @param alias of the table, one of ours */
export const isGroundless = (alias: 'd') =>
  Prisma.sql`${Prisma.raw(`${alias}."act"`)} IN (${Prisma.join(GROUNDLESS.map((act) => Prisma.sql`${act}::"DecisionAct"`))})`

/** In SQL about a "Decision": it was neither taken back nor overtaken by an edit. */
export const stands = (alias: 'd') =>
  Prisma.sql`NOT EXISTS (SELECT 1 FROM "DecisionOutcome" o WHERE o."decisionId" = ${Prisma.raw(`${alias}."id"`)}
    AND o."kind" IN ('cancelled', 'lapsed'))`
