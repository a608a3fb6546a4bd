/** The browsers inside chat apps, where links are opened in Korea and cameras often are not allowed. */
export type InAppBrowser = 'kakaotalk' | 'naver' | 'instagram' | 'line' | 'facebook'

const marks: [RegExp, InAppBrowser][] = [
  [/KAKAOTALK/i, 'kakaotalk'],
  [/NAVER\(inapp/i, 'naver'],
  [/Instagram/i, 'instagram'],
  [/\bLine\//i, 'line'],
  [/FBAN|FBAV/i, 'facebook'],
]

export function inAppBrowser(userAgent = navigator.userAgent): InAppBrowser | undefined {
  return marks.find(([mark]) => mark.test(userAgent))?.[1]
}

export function onAndroid(userAgent = navigator.userAgent): boolean {
  return /Android/i.test(userAgent)
}

/** An address that leaves the in-app browser; none where the app offers no way and the person has to use its menu. */
export function externalUrl(
  app: InAppBrowser,
  url: string,
  userAgent = navigator.userAgent,
): string | undefined {
  if (app === 'kakaotalk') return `kakaotalk://web/openExternal?url=${encodeURIComponent(url)}`
  if (app === 'line') return `${url}?openExternalBrowser=1`
  return onAndroid(userAgent) ? chromeIntent(url) : undefined
}

function chromeIntent(url: string): string {
  const { protocol, host, pathname } = new URL(url)
  return `intent://${host}${pathname}#Intent;scheme=${protocol.slice(0, -1)};package=com.android.chrome;end`
}
