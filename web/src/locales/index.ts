import { createI18n } from 'vue-i18n'
import en from './en.json'
import ko from './ko.json'

export type AppLocale = 'ko' | 'en'

const dates = {
  day: { month: 'long', day: 'numeric' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  moment: { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  momentThisYear: { month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  time: { hour: 'numeric', minute: '2-digit' },
} as const
const KEY = 'sarangbang.locale'

export const i18n = createI18n({
  legacy: false,
  globalInjection: true,
  locale: firstLocale(),
  fallbackLocale: 'ko',
  messages: { ko, en },
  datetimeFormats: { ko: dates, en: dates },
})

export function setLocale(locale: AppLocale): void {
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  try {
    localStorage.setItem(KEY, locale)
  } catch {
    // Then the next visit asks the browser again.
  }
}

/** What was chosen here before, else the browser's language where it is one of ours, else Korean. */
function firstLocale(): AppLocale {
  const stored = storedLocale()
  if (stored) return stored
  const preferred = navigator.languages?.find((it) => /^(ko|en)\b/i.test(it))
  return preferred?.toLowerCase().startsWith('en') ? 'en' : 'ko'
}

function storedLocale(): AppLocale | undefined {
  try {
    const stored = localStorage.getItem(KEY)
    return stored === 'ko' || stored === 'en' ? stored : undefined
  } catch {
    return undefined
  }
}
