import { computed } from 'vue'
import { sessionApi } from '@/features/session'
import { useLoaded } from '@/problems'
import { identitiesApi } from './api'

/** The ways into this account, and those that could still be added. */
export function useIdentities() {
  const { value, problem, load } = useLoaded(async () => {
    const [identities, providers] = await Promise.all([identitiesApi.mine(), sessionApi.providers()])
    return { identities, providers: providers.map((it) => it.id) }
  })
  const identities = computed(() => value.value?.identities ?? [])
  const linkable = computed(() =>
    (value.value?.providers ?? []).filter((it) => !identities.value.some(({ provider }) => provider === it)),
  )
  const loaded = computed(() => value.value !== undefined)
  const lastOne = computed(() => identities.value.length === 1)

  return { identities, linkable, loaded, lastOne, problem, load }
}
