import { useI18n } from 'vue-i18n'

/** Day and time in words; the year only where it is not this one. */
export function useMoment(): (at: string) => string {
  const { d } = useI18n()
  return (at) => {
    const thisYear = new Date(at).getFullYear() === new Date().getFullYear()
    return d(at, thisYear ? 'momentThisYear' : 'moment')
  }
}
