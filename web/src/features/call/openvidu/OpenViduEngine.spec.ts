import type { Session } from 'openvidu-browser'
import { expect, it, vi } from 'vitest'
import type { EngineEvents } from '../engine'
import { OpenViduEngine } from './index'

/** The library's own entrances for what a server pushes; the engine must understand what comes out of them. */
interface Entrances {
  session: Session & {
    onNewMessage(push: { type?: string; data?: string; from?: string }): void
    onLostConnection(reason: string): void
  }
}

function engine() {
  const events = {
    changed: vi.fn(),
    left: vi.fn(),
    reconnecting: vi.fn(),
    reconnected: vi.fn(),
    disconnected: vi.fn(),
    signal: vi.fn(),
  } satisfies EngineEvents
  const opened = new OpenViduEngine(events)
  return { events, opened, session: (opened as unknown as Entrances).session }
}

it.each(['signal:chat', 'chat'])('hears what the server says as %s', (type) => {
  const { events, session } = engine()
  session.onNewMessage({ type, data: '{"id":"1"}' })
  expect(events.signal.mock.calls).toEqual([['chat', '{"id":"1"}', undefined]])
})

it('has nobody to attach, to hear or to leave before it is connected', () => {
  const { opened } = engine()
  expect(opened.level('con_a')).toBe(0)
  expect(opened.health('con_a')).toBe('good')
  expect(() => opened.close()).not.toThrow()
})

it('says so where no media server answers', async () => {
  class Refusing {
    onerror = () => {}
    url = 'ws://nowhere/openvidu?sessionId=s'
    constructor() {
      queueMicrotask(() => this.onerror())
    }
  }
  vi.stubGlobal('WebSocket', Refusing)
  const { opened } = engine()
  await expect(opened.connect('ws://nowhere?sessionId=s&token=t')).rejects.toMatchObject({
    type: 'media-connection-failed',
    members: { cause: 'No WebSocket at ws://nowhere/openvidu' },
  })
})
