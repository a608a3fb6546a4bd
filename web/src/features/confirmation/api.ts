import { http } from '@/http'

export const confirmationApi = {
  /** Where to sign in once more. */
  confirm: async (provider: string, returnTo: string) =>
    (await http.post<{ location: string }>(`/api/auth/confirm/${encodeURIComponent(provider)}`, { returnTo }))
      .location,
}
