import { useI18n } from 'vue-i18n'
import { useToasts } from './useToasts'

/** Puts a text on the clipboard and says so, or says that it must be done by hand: browsers inside apps often refuse. */
export function useCopy(): (text: string) => Promise<boolean> {
  const { t } = useI18n()
  const { say } = useToasts()
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text)
      say(t('app.copied'))
      return true
    } catch {
      say(t('app.copyFailed'), 8000)
      return false
    }
  }
}
