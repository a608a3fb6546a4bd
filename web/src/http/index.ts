export { http, renewSession, whenSessionEnds } from './http'
export { refreshSession } from './refresh'
export { leaveFor } from './leave'
