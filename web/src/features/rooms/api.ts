import { http } from '@/http'

export interface Room {
  code: string
  title: string
  capacity: number
  ownerId: string
  owned: boolean
  present: number
  createdAt: string
}

export interface Seat {
  seatId: string
  accountId: string
  displayName: string
  connectionId: string
  joinedAt: string
}

const PAGE = 20

export const roomsApi = {
  mine: (before?: string) =>
    http.get<{ rooms: Room[]; more: boolean }>(
      `/api/rooms?limit=${PAGE}${before ? `&before=${before}` : ''}`,
    ),
  read: (code: string) => http.get<Room>(at(code)),
  make: (title: string, capacity: number) => http.post<Room>('/api/rooms', { title, capacity }),
  change: (code: string, changes: { title?: string; capacity?: number }) =>
    http.patch<Room>(at(code), changes),
  remove: (code: string) => http.delete(at(code)),
  seats: async (code: string) => (await http.get<{ seats: Seat[] }>(`${at(code)}/seats`)).seats,
}

function at(code: string): string {
  return `/api/rooms/${encodeURIComponent(code)}`
}
