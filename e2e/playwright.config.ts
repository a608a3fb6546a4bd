import { execFileSync } from 'node:child_process'
import { defineConfig } from '@playwright/test'

const port = process.env.E2E_PORT ?? '18080'
const baseURL = process.env.BASE_URL ?? `http://localhost:${port}`
// The key of a certificate that no public authority signed; bin/test looks at the certificate before it trusts the key.
const key = process.env.TRUSTED_KEY
const chromium = process.env.CHROMIUM ?? execFileSync('sh', ['-c', 'command -v chromium']).toString().trim()

export default defineConfig({
  testDir: process.env.FIGURES ? 'figures' : process.env.DEPLOYED ? 'deployed' : 'stories',
  outputDir: '../.sarangbang/e2e/results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1, // one machine carries the servers, the encoders and every browser
  forbidOnly: true,
  retries: 0,
  reporter: 'list',
  use: {
    baseURL,
    locale: 'ko-KR',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        '--auto-select-tab-capture-source-by-title=사랑방',
        '--autoplay-policy=no-user-gesture-required',
        ...(key ? [`--ignore-certificate-errors-spki-list=${key}`] : []),
        '--allow-loopback-in-peer-connection', // a machine with only a loopback interface gathers nothing without it
      ],
    },
  },
  webServer: process.env.BASE_URL
    ? undefined
    : {
        command: '../bin/dev --fresh',
        url: `${baseURL}/api/auth/providers`,
        env: { PORT: port, SARANGBANG_HOME: `${import.meta.dirname}/../.sarangbang/e2e` },
        timeout: 180_000,
        stdout: 'pipe',
        gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
      },
})
