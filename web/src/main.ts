import './styles.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { i18n } from '@/locales'
import { router } from '@/app/router'
import { useProfile } from '@/features/profile'
import { useSession } from '@/features/session'
import { whenSessionEnds } from '@/http'
import App from './App.vue'

const app = createApp(App).use(createPinia()).use(i18n).use(router)

whenSessionEnds((problem) => {
  useSession().forget()
  useProfile().forget()
  const { path, fullPath } = router.currentRoute.value
  if (path === '/sign-in') return
  void router.replace({ path: '/sign-in', query: { problem: problem.type, returnTo: fullPath } })
})

app.mount('#app')
