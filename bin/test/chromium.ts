import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Halt } from '../halt.mjs'
import { root } from '../prepare.mjs'
import { line } from '../serve/report'

/** A Chromium that runs: the system's, else Playwright's, else one installed now. @throws Halt */
export async function findChromium(): Promise<string> {
  const found = (await findInstalled()) ?? (await install())
  if (found) return found
  throw new Halt(
    'The browser tests need Chromium, and none could be found or installed: install chromium or Google Chrome (or set CHROMIUM to its path), or run "npm test -- unit".',
  )
}

// The shell without a window draws the same pages in half the time.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

async function findInstalled(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  const candidates = [process.env.CHROMIUM ?? '', ...onPath, ...macApplications, await playwrightsOwn()]
  return candidates.find((path) => path && existsSync(path) && runs(path)) ?? null
}

async function playwrightsOwn(): Promise<string> {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

/** Some systems have a program of that name that only tells how to install the real one. */
function runs(path: string): boolean {
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0
}

async function install(): Promise<string | null> {
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    line('chromium', "installing the system's package (apt-get)")
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update'], { stdio: 'ignore', env })
    for (const name of ['chromium-headless-shell', 'chromium']) {
      spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], { stdio: 'ignore', env })
      const found = await findInstalled()
      if (found) return found
    }
  }
  line('chromium', "installing Playwright's")
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 600_000 })
  return findInstalled()
}
