export { roomsApi, type Room, type Seat } from './api'
export { useRoomLink } from './useRoomLink'
