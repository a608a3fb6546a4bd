import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { type Page, expect } from '@playwright/test'
import { Person, test } from '../people.ts'
import { Installation } from './installation.ts'

const only443 = `${import.meta.dirname}/only-443`
const address = '203.0.113.10'
const domain = 'rooms.sarangbang.test'
const baseURL = `https://${domain}`
const site = new Installation('sarangbang-only-443')
const named = [`--host-resolver-rules=MAP ${domain} ${address},MAP turn.${domain} ${address}`]

test.beforeAll(async () => {
  execFileSync(only443, ['up'])
  // The real port 443, on an address that is nobody else's.
  writeFileSync(
    `${site.folder}/address.yml`,
    `services: {nginx: {ports: !override ["${address}:80:8080", "${address}:443:8443"]}}\n`,
  )
  const { TURN_PORT, MEDIA_PORT } = Installation.ports()
  site.settings({
    COMPOSE_FILE: 'docker-compose.yml:address.yml',
    DOMAIN: domain,
    PUBLIC_URL: baseURL,
    PUBLIC_IP: address,
    TURN_PORT,
    MEDIA_PORT,
  })
  await site.starts()
})

test.afterAll(async () => {
  await site.ends()
  execFileSync(only443, ['down'])
})

/** By which way the media of each open connection goes (webrtc-stats, the selected candidate pair). */
function ways(page: Page) {
  return page.evaluate(async () => {
    const ways = []
    for (const connection of window.connections.filter((it) => it.connectionState === 'connected')) {
      const stats = await connection.getStats()
      for (const transport of [...stats.values()].filter((it) => it.type === 'transport')) {
        const local = stats.get(stats.get(transport.selectedCandidatePairId).localCandidateId)
        ways.push([local.candidateType, local.relayProtocol ?? local.protocol, local.url ?? ''].join(' ').trim())
      }
    }
    return ways
  })
}

test('who has nothing but 443/tcp is in the call, seen and seeing', async () => {
  const outside = await site.browser({ args: named })
  const host = await Person.arrives(outside, '서연', { baseURL, locale: 'ko-KR' })
  await host.signsIn('카카오')
  const link = await host.makesARoom('병원에서도')
  await host.joins()

  const wrapper = `${site.folder}/office-chromium`
  writeFileSync(wrapper, `#!/bin/sh\nexec '${only443}' run '${process.env.CHROMIUM ?? 'chromium'}' "$@"\n`, {
    mode: 0o755,
  })
  const office = await site.browser({ args: named, executablePath: wrapper })
  const guest = await Person.arrives(office, '도윤', { baseURL, locale: 'ko-KR' })
  await guest.opens(link)
  await guest.signsIn('네이버')
  await guest.joins()

  await guest.decodesFrom(1)
  await host.decodesFrom(1)
  const relayed = `relay tls turns:turn.${domain}:443?transport=tcp`
  expect(await ways(guest.page)).toEqual([relayed, relayed])
  expect(await ways(host.page)).toEqual([
    expect.stringMatching(/^(host|srflx|prflx) udp/),
    expect.stringMatching(/^(host|srflx|prflx) udp/),
  ])
  // The firewall was really in between: what was tried by UDP did not pass.
  expect(Number(execFileSync(only443, ['refused']))).toBeGreaterThan(0)
  await office.close()
  await outside.close()
})
