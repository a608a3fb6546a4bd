import { afterEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/problems'
import { chatApi, type Message } from './api'
import { useChat } from './useChat'

const me = () => ({ accountId: 'me', displayName: '나' })
const message = (id: string, accountId = 'a-1', clientId = id): Message => ({
  id,
  clientId,
  accountId,
  displayName: accountId,
  text: id,
  sentAt: `2026-11-20T01:00:00.${id}Z`,
})
const history = (...messages: Message[]) =>
  vi.spyOn(chatApi, 'history').mockResolvedValue({ messages, more: false })

afterEach(() => vi.restoreAllMocks())

describe('unread messages', () => {
  it('are those of others since one came in, while the panel is closed', async () => {
    history(message('001'), message('002'))
    const chat = useChat('room', me)
    await chat.catchUp(true)
    expect(chat.unread.value).toBe(0)
    chat.received(JSON.stringify(message('003')))
    chat.received(JSON.stringify(message('003')))
    chat.received(JSON.stringify(message('004', 'me')))
    expect(chat.unread.value).toBe(1)
    chat.toggle(true)
    expect(chat.unread.value).toBe(0)
  })

  it('include what was missed while the line was down', async () => {
    history(message('001'))
    const chat = useChat('room', me)
    await chat.catchUp(true)
    history(message('001'), message('002'), message('003'))
    await chat.catchUp(false)
    expect(chat.unread.value).toBe(2)
  })

  it('do not count older ones that were asked for', async () => {
    history(message('005'))
    const chat = useChat('room', me)
    await chat.catchUp(true)
    const asked = history(message('001'), message('002'))
    await chat.earlier()
    expect(asked).toHaveBeenCalledWith('room', '005')
    expect(chat.unread.value).toBe(0)
  })
})

describe('saying something', () => {
  it('shows it at once and as sent when the server has it', async () => {
    let arrive: (sent: Message) => void = () => {}
    const send = vi.spyOn(chatApi, 'send').mockReturnValue(new Promise((resolve) => (arrive = resolve)))
    const chat = useChat('room', me)
    const saying = chat.say('안녕')
    expect(chat.lines.value[0]).toMatchObject({ text: '안녕', state: 'pending' })
    arrive(message('001', 'me', send.mock.calls[0]![2]))
    await saying
    expect(chat.lines.value.map((it) => it.state)).toEqual(['sent'])
  })

  it('is tried again under the same client id, so that it is never said twice', async () => {
    const send = vi.spyOn(chatApi, 'send').mockRejectedValueOnce(new Problem('offline'))
    const chat = useChat('room', me)
    await chat.say('안녕')
    expect(chat.lines.value[0]!.state).toBe('failed')
    expect(chat.problem.value?.type).toBe('offline')
    send.mockImplementation(async (_, __, clientId) => message('001', 'me', clientId))
    await chat.retry(chat.lines.value[0]!)
    expect(send.mock.calls[0]![2]).toBe(send.mock.calls[1]![2])
    expect(chat.lines.value).toHaveLength(1)
    expect(chat.problem.value).toBeUndefined()
  })

  it('is counted once when the signal overtakes the answer', async () => {
    const chat = useChat('room', me)
    vi.spyOn(chatApi, 'send').mockImplementation(async (_, __, clientId) => {
      const sent = message('001', 'me', clientId)
      chat.received(JSON.stringify(sent))
      return sent
    })
    await chat.say('안녕')
    expect(chat.lines.value).toHaveLength(1)
  })

  it('can be given up', async () => {
    vi.spyOn(chatApi, 'send').mockRejectedValue(new Problem('offline'))
    const chat = useChat('room', me)
    await chat.say('안녕')
    chat.discard(chat.lines.value[0]!)
    expect(chat.lines.value).toEqual([])
  })
})

it('ignores a signal that is no message', () => {
  const chat = useChat('room', me)
  chat.received('not json')
  expect(chat.lines.value).toEqual([])
})
