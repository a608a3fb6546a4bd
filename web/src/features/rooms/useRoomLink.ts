import { useI18n } from 'vue-i18n'
import { useToasts } from '@/ui'

/** The link people send each other: the phone's own sharing sheet where there is one, else the clipboard. */
export function useRoomLink() {
  const { t } = useI18n()
  const { say } = useToasts()

  const urlOf = (code: string) => `${location.origin}/r/${code}`

  async function share(code: string, title: string): Promise<void> {
    const data = { title, text: t('rooms.shareText', { title }), url: urlOf(code) }
    if (!canShare(data)) return copy(code)
    await navigator.share(data).catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'AbortError')) return copy(code)
    })
  }

  async function copy(code: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(urlOf(code))
      say(t('rooms.copied'))
    } catch {
      say(t('rooms.copyFailed', { url: urlOf(code) }), 10_000)
    }
  }

  return { urlOf, share, copy }
}

// Desktop browsers also know share(), but there people expect a copied link.
function canShare(data: ShareData): boolean {
  return matchMedia('(pointer: coarse)').matches && (navigator.canShare?.(data) ?? false)
}
