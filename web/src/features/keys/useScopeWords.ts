import { useI18n } from 'vue-i18n'

/** A scope as what it lets a program do; one we have no sentence for shows itself. */
export function useScopeWords(): (scope: string) => string {
  const { t, te } = useI18n()
  return (scope) => {
    const key = `keys.scopes.${scope.replace(':', '-')}`
    return te(key) ? t(key) : scope
  }
}
