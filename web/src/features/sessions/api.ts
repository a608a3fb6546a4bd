import { http } from '@/http'

/** A sign-in of this account somewhere, as opposed to the session that this page is in. */
export interface OpenSession {
  id: string
  device: string
  network: string
  provider: string
  createdAt: string
  lastUsedAt: string
  expiresAt: string
  current: boolean
}

export const sessionsApi = {
  mine: async () => (await http.get<{ sessions: OpenSession[] }>('/api/auth/sessions')).sessions,
  end: (id: string) => http.delete(`/api/auth/sessions/${encodeURIComponent(id)}`),
  endOthers: async () => (await http.post<{ ended: number }>('/api/auth/sessions/end-others')).ended,
}
