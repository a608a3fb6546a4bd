import { http, refreshSession, renewSession } from '@/http'

export interface Provider {
  id: string
  signInUrl: string
  standIn: boolean
}

export type Session =
  | { signedIn: true; accountId: string; provider: string; nickname?: string; expiresAt: string }
  | { signedIn: false; refreshable: boolean }

export const sessionApi = {
  providers: async () => (await http.get<{ providers: Provider[] }>('/api/auth/providers')).providers,
  current: () => http.get<Session>('/api/auth/session'),
  /** At the start of the page, where no session is an answer like any other. */
  revive: refreshSession,
  renew: renewSession,
  logout: () => http.post<undefined>('/api/auth/logout'),
}
