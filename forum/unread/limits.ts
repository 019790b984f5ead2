/** More than this are "99+": a count reads no more rows than that, however long a thread is. */
export const COUNTED_MOST = 100
/** Threads a guest's browser may name with a mark of their own; what it read before is covered by its last visit. */
export const MARKS_MOST = 60
/**
 * A transaction that changes something is over after this long, or it is rolled back (lib/db.ts: 15 s): what arrived
 * before has been committed, so that one mark for a whole essay passes nothing by.
 */
export const SETTLED_MS = 30_000
