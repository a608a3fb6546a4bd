import { http } from '@/http'

export const scopes = ['rooms:read', 'rooms:write', 'calls:join', 'profile:read', 'profile:write'] as const
export type Scope = (typeof scopes)[number]

export interface ApiKey {
  id: string
  name: string
  hint: string
  scopes: string[]
  createdAt: string
  expiresAt?: string
  lastUsedAt?: string
}

export interface NewApiKey {
  name: string
  scopes: Scope[]
  expiresInDays?: number
}

export const keysApi = {
  mine: async () => (await http.get<{ apiKeys: ApiKey[] }>('/api/auth/api-keys')).apiKeys,
  /** The answer is the only one that ever holds the key itself. */
  make: (key: NewApiKey) => http.post<ApiKey & { key: string }>('/api/auth/api-keys', key),
  revoke: (id: string) => http.delete(`/api/auth/api-keys/${encodeURIComponent(id)}`),
}
