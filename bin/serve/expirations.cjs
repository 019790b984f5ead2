// One clock of what has expired in this process. Whatever is made from the database (a page, its data, a finished answer)
// takes time, and what it was made of may have changed meanwhile: it is kept only when none of its tags expired since it
// was begun. Used by cache-handler.cjs, which Next loads with require, and by finished-pages.mjs.

let clock = 0
/** Tag to when it last expired. Those that are forgotten count as `floor`. */
const expired = new Map()
let floor = 0
const MOST_TAGS = 10_000

/** A moment, to be handed to `expiredSince`. */
function now() {
  return clock
}

/** @param {Iterable<string>} tags */
function expireTags(tags) {
  clock += 1
  // A tag that is forgotten counts as expired just now: at worst something is not kept once.
  if (expired.size > MOST_TAGS) {
    expired.clear()
    floor = clock
  }
  for (const tag of tags) expired.set(tag, clock)
}

/** Whether one of the tags expired after `begun`. @param {Iterable<string>} tags */
function expiredSince(tags, begun) {
  for (const tag of tags) if ((expired.get(tag) ?? floor) > begun) return true
  return false
}

// Written so that `import { now } from` finds the names.
module.exports = { now, expireTags, expiredSince }
