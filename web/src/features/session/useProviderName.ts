import { useI18n } from 'vue-i18n'

/** What people call a provider; one we have no word for goes by its id. */
export function useProviderName(): (id: string | undefined) => string {
  const { t, te } = useI18n()
  return (id = '') => (te(`providers.${id}`) ? t(`providers.${id}`) : id)
}
