import { http, refreshSession, renewSession } from '@/http'

export interface Provider {
  id: string
  signInUrl: string
  standIn: boolean
}

type NoticeKind =
  'refresh-token-reused' | 'identity-linked' | 'identity-unlinked' | 'identity-disconnected' | 'api-key-made'

/** Something about the account that its owner should know of, until they have read it. */
export interface Notice {
  id: string
  kind: NoticeKind
  at: string
  device?: string
  provider?: string
}

interface SignedIn {
  signedIn: true
  accountId: string
  provider: string
  nickname?: string
  expiresAt: string
  authenticatedAt?: string
  notices?: Notice[]
}

export type Session = SignedIn | { signedIn: false; refreshable: boolean }

export const sessionApi = {
  providers: async () => (await http.get<{ providers: Provider[] }>('/api/auth/providers')).providers,
  current: () => http.get<Session>('/api/auth/session'),
  /** At the start of the page, where no session is an answer like any other. */
  revive: refreshSession,
  renew: renewSession,
  logout: () => http.post<undefined>('/api/auth/logout'),
  read: (notice: string) => http.delete(`/api/auth/notices/${encodeURIComponent(notice)}`),
}
