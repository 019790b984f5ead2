// Adds lock entries for optional platform packages that the registry in use does not carry. npm leaves them out of the
// lock and then `npm ci` refuses it. They are never fetched on a machine whose os or cpu does not match.
// Use after changing dependencies: rm -rf node_modules; npm i --package-lock-only --ignore-scripts; node bin/release/complete-lock.mjs
import fs from 'node:fs'

const FILE = 'package-lock.json'
const lock = JSON.parse(fs.readFileSync(FILE, 'utf8'))
const PLATFORM =
  /(darwin|linux|win32|windows|freebsd|openbsd|netbsd|android|sunos|aix|openharmony)[-_]?(x64|arm64|arm|ia32|ppc64le|ppc64|s390x|riscv64|loong64|wasm32)?/

/** True when `name` resolves from the package at `where`, walking up as Node does. */
function locked(where, name) {
  for (let base = where; ; ) {
    if (lock.packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true
    if (!base) return false
    const parent = base.lastIndexOf('/node_modules/')
    base = parent < 0 ? '' : base.slice(0, parent)
  }
}

let added = 0
for (const [where, entry] of Object.entries(lock.packages))
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (locked(where, name)) continue
    const platform = PLATFORM.exec(name)
    const wasm = /wasm32/.test(name)
    if (!platform && !wasm) {
      console.log(`not a platform package, left alone: ${name} of ${where}`)
      continue
    }
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[^\d]*/, ''),
      optional: true,
      ...(platform ? { os: [platform[1] === 'windows' ? 'win32' : platform[1]] } : {}),
      ...(wasm ? { cpu: ['wasm32'] } : platform?.[2] ? { cpu: [platform[2]] } : {}),
    }
    added++
  }
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
fs.writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} entries added`)
