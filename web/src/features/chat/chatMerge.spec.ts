import { describe, expect, it } from 'vitest'
import type { Message } from './api'
import { mergeMessages, pendingLine, withState } from './chatMerge'

const message = (id: string, more: Partial<Message> = {}): Message => ({
  id,
  clientId: `c-${id}`,
  accountId: 'a-1',
  displayName: '이하늘',
  text: id,
  sentAt: `2026-11-20T01:00:0${id}Z`,
  ...more,
})
const pending = (clientId: string) =>
  pendingLine(clientId, '안녕', 'me', '나', new Date('2026-11-20T00:00:00Z'))
const texts = (lines: { text: string }[]) => lines.map((it) => it.text)

describe('the conversation', () => {
  it('counts a message once, whichever way it came', () => {
    const twice = mergeMessages(mergeMessages([], [message('1')]), [message('1'), message('2')])
    expect(texts(twice)).toEqual(['1', '2'])
  })

  it('puts in order what came late', () => {
    expect(texts(mergeMessages(mergeMessages([], [message('3')]), [message('1'), message('2')]))).toEqual([
      '1',
      '2',
      '3',
    ])
  })

  it('orders what was said in the same moment by id, the same for everybody', () => {
    const at = { sentAt: '2026-11-20T01:00:00Z' }
    expect(texts(mergeMessages([], [message('b', at), message('a', at)]))).toEqual(['a', 'b'])
  })

  it('replaces one’s own waiting line by what the server made of it', () => {
    const lines = mergeMessages([pending('c-9')], [message('9', { accountId: 'me', clientId: 'c-9' })])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ id: '9', state: 'sent' })
  })

  it('does not take another’s message for one’s own because of a client id', () => {
    expect(
      mergeMessages([pending('c-9')], [message('9', { accountId: 'a-2', clientId: 'c-9' })]),
    ).toHaveLength(2)
  })

  it('keeps what is not sent at the end', () => {
    const lines = mergeMessages([pending('c-x')], [message('5')])
    expect(lines.map((it) => it.state)).toEqual(['sent', 'pending'])
  })

  it('marks a failure only on what is not sent yet', () => {
    const lines = withState(
      [pending('c-x'), ...mergeMessages([], [message('1', { clientId: 'c-x' })])],
      'c-x',
      'failed',
    )
    expect(lines.map((it) => it.state)).toEqual(['failed', 'sent'])
  })
})
