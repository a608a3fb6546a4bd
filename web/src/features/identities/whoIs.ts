/** "Naver (하은)": the provider, and who the person is there where it told us. */
export function whoIs(provider: string, nickname: string | undefined): string {
  return nickname ? `${provider} (${nickname})` : provider
}
