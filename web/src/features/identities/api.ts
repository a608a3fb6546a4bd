import { http } from '@/http'

export interface Identity {
  id: string
  provider: string
  nickname?: string
  linkedAt: string
  lastUsedAt?: string
  current: boolean
}

/** Who this browser has shown to be at a provider, before that opens an account or joins one. */
export interface Proof {
  provider: string
  nickname?: string
  known: boolean
  otherProviders: string[]
}

export const identitiesApi = {
  mine: async () => (await http.get<{ identities: Identity[] }>('/api/auth/identities')).identities,
  link: async (provider: string) =>
    (
      await http.post<{ location: string }>(`/api/auth/link/${encodeURIComponent(provider)}`, {
        returnTo: '/account',
      })
    ).location,
  linkProven: () => http.post<Identity>('/api/auth/identities'),
  unlink: (id: string) => http.delete(`/api/auth/identities/${encodeURIComponent(id)}`),
  proof: () => http.get<Proof>('/api/auth/proof'),
  forgetProof: () => http.delete('/api/auth/proof'),
  makeAccount: () => http.post<undefined>('/api/auth/accounts'),
}
