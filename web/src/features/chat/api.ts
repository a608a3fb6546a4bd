import { http } from '@/http'

export interface Message {
  id: string
  clientId: string
  accountId: string
  displayName: string
  text: string
  sentAt: string
}

const at = (code: string) => `/api/rooms/${encodeURIComponent(code)}/messages`

export const chatApi = {
  history: (code: string, before?: string) =>
    http.get<{ messages: Message[]; more: boolean }>(
      `${at(code)}?limit=50${before ? `&before=${before}` : ''}`,
    ),
  send: (code: string, text: string, clientId: string) => http.post<Message>(at(code), { text, clientId }),
}
