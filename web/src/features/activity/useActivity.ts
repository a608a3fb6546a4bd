import { ref } from 'vue'
import { useLoaded } from '@/problems'
import { activityApi, type ActivityEvent } from './api'

/** What happened to the account, newest first, page by page. */
export function useActivity() {
  const events = ref<ActivityEvent[]>([])
  const more = ref(false)
  const loaded = ref(false)
  const { loading, problem, load } = useLoaded(async () => {
    const page = await activityApi.page(events.value.at(-1)?.id)
    events.value = [...events.value, ...unknown(page.events)]
    more.value = page.more
    loaded.value = true
  })

  /** What happened since the list was read; while nothing has been read yet, the reading itself will tell. */
  async function catchUp(): Promise<void> {
    if (!loaded.value) return
    try {
      const { events: newest } = await activityApi.page()
      events.value = [...unknown(newest), ...events.value]
    } catch {
      // What is shown stays true; the next look tells the rest.
    }
  }

  function unknown(page: ActivityEvent[]): ActivityEvent[] {
    const known = new Set(events.value.map((it) => it.id))
    return page.filter((it) => !known.has(it.id))
  }

  return { events, more, loaded, loading, problem, load, catchUp }
}
