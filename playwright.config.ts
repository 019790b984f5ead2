import { defineConfig } from '@playwright/test'

const baseURL = process.env.MARGINALIA_TEST_URL
if (!baseURL) throw new Error('The browser tests need a running forum: npm test -- browser [arguments for Playwright]')

const report = process.env.MARGINALIA_TEST_REPORT

const wide = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

/**
 * What is the same in every window runs once (`@once`: requests without a page, rules of the server); what switches
 * scripts on itself has nothing to say without them (`@scripts`); pages that have no scripts of their own are looked at once
 * wide and once on a phone (`@plain`).
 */
const without = (...tags: string[]) => ({ grepInvert: new RegExp(tags.join('|')) })

export default defineConfig({
  testDir: 'tests/browser',
  fullyParallel: true,
  // A test that was singled out leaves the others unsaid.
  forbidOnly: true,
  workers: 2,
  // Two browsers, a server and a database on two cores: a test that is slow there is not broken.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A test that passes at the second try hides a fault of ours or of its own.
  retries: 0,
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
  use: {
    baseURL,
    // Without its film, which costs a fifth of the run.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      // As root, and in containers with a small /dev/shm.
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  projects: [
    { name: 'wide', use: wide },
    { name: 'phone', use: phone, ...without('@once', '@plain') },
    { name: 'wide-no-js', use: { ...wide, javaScriptEnabled: false }, ...without('@once', '@scripts', '@plain') },
    { name: 'phone-no-js', use: { ...phone, javaScriptEnabled: false }, ...without('@once', '@scripts') },
  ],
})
