import { http } from '@/http'

/** One person's place in a call, good for one connection to the media server. */
export interface OwnSeat {
  seatId: string
  connectionId: string
  token: string
  displayName: string
  expiresAt: string
}

const at = (code: string) => `/api/rooms/${encodeURIComponent(code)}/seats`

export const seatsApi = {
  take: (code: string) => http.post<OwnSeat>(at(code)),
  leave: (code: string, seatId: string) => http.delete(`${at(code)}/${seatId}`),
  leaveOnUnload: (code: string, seatId: string) => http.deleteOnUnload(`${at(code)}/${seatId}`),
}
