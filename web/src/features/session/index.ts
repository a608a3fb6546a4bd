export { useSession } from './useSession'
export { useFreshSession } from './useFreshSession'
