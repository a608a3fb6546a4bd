import { http } from '@/http'

export const accountApi = {
  export: () => http.file('/api/users/me/export'),
  remove: () => http.delete('/api/users/me'),
}
