import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect } from '@playwright/test'

/** The deployed product whose compose project the environment names. */

const root = `${import.meta.dirname}/../..`

function compose(...args: string[]) {
  return execFileSync('docker', ['compose', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }).toString()
}

/** Every container that keeps running. */
export function containers() {
  return compose('ps', '--services', '--status', 'running').trim().split('\n').sort()
}

/** Restarts a container; returns when it is healthy and the machine's network stands still. */
export async function restart(container: string) {
  compose('--progress', 'quiet', 'restart', container)
  compose('--progress', 'quiet', 'up', '--detach', '--no-build', '--no-deps', '--no-recreate', '--wait', container)
  await standsStill()
}

/** Waits until no network interface of this machine is about to change. */
export async function standsStill() {
  await expect.poll(addressesBeingTried, { timeout: 30_000 }).toBe(0)
}

/** A container's new interface gets its address seconds later, and Chromium drops every request at that moment. */
function addressesBeingTried() {
  const addresses = '/proc/net/if_inet6'
  const TENTATIVE = 0x40
  if (!existsSync(addresses)) return 0
  const flags = readFileSync(addresses, 'utf8')
    .trim()
    .split('\n')
    .map((it) => Number(`0x${it.trim().split(/\s+/)[4]}`))
  return flags.filter((it) => it & TENTATIVE).length
}

/** What each container uses now. */
export function memory() {
  const ids = compose('ps', '--quiet').trim().split('\n')
  const format = '  {{.Name}} {{.MemUsage}}'
  return execFileSync('docker', ['stats', '--no-stream', '--format', format, ...ids]).toString()
}
