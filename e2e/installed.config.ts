import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** Stories about whole installations from docker-compose.yml; each brings up its own, and takes it down. */
export default defineConfig({
  ...base,
  testDir: 'installed',
  webServer: undefined,
  timeout: 900_000, // images may have to be built
  expect: { timeout: 60_000 },
  use: { ...base.use, baseURL: undefined },
})
