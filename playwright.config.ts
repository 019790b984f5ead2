import { defineConfig } from '@playwright/test'

const baseURL = process.env.MARGINALIA_TEST_URL
if (!baseURL) throw new Error('The browser tests need a running forum: npm test -- browser [arguments for Playwright]')

const report = process.env.MARGINALIA_TEST_REPORT

const wide = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

/** Requests without a page are the same in every window. */
const DOORS = /api\.spec/

export default defineConfig({
  testDir: 'tests/browser',
  fullyParallel: true,
  workers: 2,
  // Two browsers, a server and a database on two cores: a test that is slow there is not broken.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A test that passes at the second try hides a fault of ours or of its own.
  retries: 0,
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
  use: {
    baseURL,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      // As root, and in containers with a small /dev/shm.
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  projects: [
    { name: 'wide', use: wide },
    { name: 'phone', use: phone, testIgnore: DOORS },
    { name: 'wide-no-js', use: { ...wide, javaScriptEnabled: false }, testIgnore: DOORS },
    { name: 'phone-no-js', use: { ...phone, javaScriptEnabled: false }, testIgnore: DOORS },
  ],
})
