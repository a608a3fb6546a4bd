/** Every kind of event there is; a kind that comes later shows with a sentence that fits all. */
export const eventKinds = [
  'signed-in',
  'signed-out',
  'confirmed',
  'session-ended',
  'other-sessions-ended',
  'refresh-token-reused',
  'identity-linked',
  'identity-unlinked',
  'identity-disconnected',
  'link-refused',
  'api-key-made',
  'api-key-revoked',
  'data-exported',
  'account-closed',
] as const

export type EventKind = (typeof eventKinds)[number] | 'other'

export function eventKind(kind: string): EventKind {
  return eventKinds.find((it) => it === kind) ?? 'other'
}
