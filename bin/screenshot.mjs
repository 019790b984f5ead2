// Makes the pictures of README.md from a running forum: npm start, bin/forum seed lively, npm run screenshot [ADDRESS].
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './halt.mjs'
import { prepare, root } from './prepare.mjs'

const PICTURES = [
  { name: 'reading', path: '/essays/xiaomi-car-factory/p/2', width: 1440, height: 900 },
  { name: 'phone', path: '/zh/essays/xiaomi-car-factory/p/2', width: 390, height: 844 },
]

await runCommand(async () => {
  await prepare()
  const [address = 'http://localhost:3000'] = process.argv.slice(2)
  const { findChromium } = await import('./test/chromium.ts')
  const { chromium } = await import('playwright')
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  const folder = join(root, 'docs/images')
  mkdirSync(folder, { recursive: true })
  for (const { name, path, width, height } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' })
    // The page listens for new comments as long as it is open: the network is never idle.
    await Promise.all([page.waitForResponse(/\/standing\?/), page.goto(address + path)])
    await page.screenshot({ path: join(folder, `${name}.png`) })
    await page.close()
  }
  await browser.close()
  console.log(`${PICTURES.length} pictures in docs/images`)
})
process.exit()
