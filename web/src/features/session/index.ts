export { useSession } from './useSession'
export { useFreshSession } from './useFreshSession'
export { safeReturnTo } from './returnTo'
