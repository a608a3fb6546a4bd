import { ref } from 'vue'
import { Problem } from '@/problems'
import { roomsApi, type Room } from './api'

/** My rooms, newest first, page by page. */
export function useRooms() {
  const rooms = ref<Room[]>([])
  const more = ref(false)
  const loading = ref(false)
  const loaded = ref(false)
  const problem = ref<Problem>()

  async function load(before?: string): Promise<void> {
    loading.value = true
    problem.value = undefined
    try {
      const page = await roomsApi.mine(before)
      rooms.value = before ? [...rooms.value, ...page.rooms] : page.rooms
      more.value = page.more
      loaded.value = true
    } catch (error) {
      problem.value = Problem.of(error)
    } finally {
      loading.value = false
    }
  }

  /** How many are in changes by itself; only what is on the page already is asked for again. */
  async function refresh(): Promise<void> {
    if (loading.value || !loaded.value || document.hidden) return
    const page = await roomsApi.mine().catch(() => undefined)
    if (page) rooms.value = withNewest(rooms.value, page.rooms)
  }

  const loadMore = () => load(rooms.value.at(-1)?.code)
  const added = (room: Room) => (rooms.value = [room, ...rooms.value])
  const changed = (room: Room) => (rooms.value = rooms.value.map((it) => (it.code === room.code ? room : it)))
  const removed = (code: string) => (rooms.value = rooms.value.filter((it) => it.code !== code))

  return { rooms, more, loading, loaded, problem, load, loadMore, refresh, added, changed, removed }
}

export function withNewest(known: Room[], newest: Room[]): Room[] {
  const fresh = new Map(newest.map((it) => [it.code, it]))
  const unknown = newest.filter((it) => !known.some((old) => old.code === it.code))
  return [...unknown, ...known.map((it) => fresh.get(it.code) ?? it)]
}
