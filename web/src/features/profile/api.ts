import { http } from '@/http'

export type Locale = 'ko' | 'en'

export interface Profile {
  id: string
  displayName: string
  pictureUrl: string | null
  locale: Locale
}

export const profileApi = {
  mine: () => http.get<Profile>('/api/users/me'),
  change: (changes: Partial<Pick<Profile, 'displayName' | 'locale'>>) =>
    http.patch<Profile>('/api/users/me', changes),
}
