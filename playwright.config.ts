import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './e2e/setup/browser'

const { executablePath, env } = findBrowser()

/** `npm run e2e` starts a register of its own and names it in BASE_URL and DATA_DIR. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/setup/people.ts',
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.test/e2e.json' }]],
  outputDir: '.test/artifacts',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, env: { ...process.env, ...env } as Record<string, string> },
  },
})
