import { http } from '@/http'

export interface ActivityEvent {
  id: string
  kind: string
  at: string
  device?: string
  network?: string
  provider?: string
  name?: string
}

const PAGE = 10

export const activityApi = {
  page: (before?: string) =>
    http.get<{ events: ActivityEvent[]; more: boolean }>(
      `/api/auth/activity?limit=${PAGE}${before ? `&before=${encodeURIComponent(before)}` : ''}`,
    ),
}
