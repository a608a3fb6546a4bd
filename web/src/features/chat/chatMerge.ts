import type { Message } from './api'

/** A line of the conversation; one's own is shown before the server has it. */
export interface Line extends Message {
  state: 'sent' | 'pending' | 'failed'
}

export function pendingLine(
  clientId: string,
  text: string,
  accountId: string,
  displayName: string,
  now: Date,
): Line {
  return { id: '', clientId, accountId, displayName, text, sentAt: now.toISOString(), state: 'pending' }
}

/**
 * The conversation with what just arrived: the same message may come as the answer, as a signal and in the history, in
 * any order, and counts once. What is not sent yet stays at the end.
 */
export function mergeMessages(lines: readonly Line[], arrived: readonly Message[]): Line[] {
  const sent = new Map<string, Line>()
  for (const line of lines) if (line.state === 'sent') sent.set(line.id, line)
  for (const message of arrived) sent.set(message.id, { ...message, state: 'sent' })
  const known = new Set([...sent.values()].map(key))
  const unsent = lines.filter((it) => it.state !== 'sent' && !known.has(key(it)))
  return [...[...sent.values()].sort(bySending), ...unsent]
}

export function withState(lines: readonly Line[], clientId: string, state: Line['state']): Line[] {
  return lines.map((it) => (it.clientId === clientId && it.state !== 'sent' ? { ...it, state } : it))
}

// A client id is the sender's own choice, so it only means something together with the sender.
function key(line: Line): string {
  return `${line.accountId} ${line.clientId}`
}

function bySending(a: Line, b: Line): number {
  if (a.sentAt !== b.sentAt) return a.sentAt < b.sentAt ? -1 : 1
  return a.id < b.id ? -1 : 1
}
