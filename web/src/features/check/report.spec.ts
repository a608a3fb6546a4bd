import { expect, it } from 'vitest'
import { i18n } from '@/locales'
import { show } from '@/testing/page'
import { findings } from './checks'
import type { Facts } from './facts'
import { reportName, reportOf, textOf } from './report'
import { useCheckWords } from './useCheckWords'
import { verdictOf } from './verdict'

const facts: Facts = {
  page: { secure: true, https: true, host: 'room.example.kr' },
  browser: { webrtc: true },
  devices: { camera: 'none' },
  site: { online: true, status: 200, aheadSeconds: 100 },
  ticket: { status: 201 },
  signalling: { address: 'wss://room.example.kr', opened: true, closed: false, forbidden: false, pongMs: 12 },
  join: { servers: ['turns:turn.example.kr:443'] },
  media: {
    connected: true,
    frames: 40,
    offered: [],
    pair: { protocol: 'udp', relay: 'tls', localAddress: '203.0.113.77', remoteAddress: '198.51.100.7' },
  },
}
const found = findings(facts)

async function made() {
  let words!: ReturnType<typeof useCheckWords>
  await show({
    setup() {
      words = useCheckWords()
      return () => null
    },
  })
  const report = reportOf(found, verdictOf(found), facts, words, new Date('2026-11-21T01:02:03Z'))
  return { report, text: textOf(report, words, i18n.global.t) }
}

it('holds what a helper needs, by code and by sentence', async () => {
  const { report } = await made()
  expect(report).toMatchObject({
    version: 1,
    at: '2026-11-21T01:02:03.000Z',
    site: location.origin,
    browser: navigator.userAgent,
    verdict: 'over-443',
    causes: ['camera-none', 'clock-skewed-here'],
    media: { way: 'relay-tls', server: '198.51.100.7', serverReach: 'public', own: '203.0.113.x' },
  })
  expect(report.steps.find((it) => it.step === 'clock')).toEqual({
    step: 'clock',
    state: 'warning',
    cause: 'clock-skewed-here',
    values: { seconds: 100 },
    name: '기기의 시계',
    says: '살펴볼 것이 있어요 (이 기기의 시계가 100초 어긋나 있어요)',
  })
})

it('reads as a message too, with what to do', async () => {
  const { text } = await made()
  expect(text).toContain('사랑방 연결 검사 — 통화할 수 있어요. 영상은 443 포트로 지나가요')
  expect(text).toContain(
    '! 기기의 시계: 살펴볼 것이 있어요 (이 기기의 시계가 100초 어긋나 있어요) [clock-skewed-here]',
  )
  expect(text).toContain('clock-skewed-here: 기기 설정에서 날짜와 시간을')
})

it('tells no address of the person', async () => {
  const { report, text } = await made()
  for (const told of [JSON.stringify(report), text]) expect(told).not.toContain('203.0.113.77')
})

it('is a file of its moment', () => {
  expect(reportName(new Date('2026-11-21T01:02:03Z'))).toBe('sarangbang-check-2026-11-21-01-02.json')
})
