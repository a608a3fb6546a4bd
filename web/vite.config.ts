import { fileURLToPath, URL } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { mockedApi } from './mocked/api.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig(({ mode }) => {
  const mocked = mode === 'mocked'
  const backend = process.env.BACKEND_URL ?? 'http://127.0.0.1:8080'
  return {
    plugins: [vue(), tailwindcss(), ...(mocked ? [mockedApi()] : [])],
    resolve: {
      alias: [
        // Without a backend there is no media server either: the call's engine is played by canvas pictures.
        ...(mocked ? [{ find: /^\.\/openvidu$/, replacement: here('./mocked/engine/engine.ts') }] : []),
        { find: '@', replacement: here('./src') },
        // The library's JSON-RPC part wants Node's EventEmitter; the npm package of that name is the browser's.
        { find: 'events', replacement: 'events/events.js' },
      ],
    },
    define: {
      global: 'globalThis',
      __VUE_OPTIONS_API__: false,
      __VUE_PROD_DEVTOOLS__: false,
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
      __VUE_I18N_FULL_INSTALL__: false,
      __VUE_I18N_LEGACY_API__: false,
      __INTLIFY_PROD_DEVTOOLS__: false,
    },
    // The page's policy allows no data: fonts, so nothing is inlined.
    build: { assetsInlineLimit: 0, sourcemap: false },
    server: {
      host: '127.0.0.1',
      port: Number(process.env.PORT ?? 5173),
      strictPort: true,
      proxy: mocked ? undefined : { '/api': backend, '/openvidu': { target: backend, ws: true } },
    },
    test: {
      environment: 'happy-dom',
      include: ['src/**/*.spec.ts'],
      restoreMocks: true,
      unstubGlobals: true,
    },
  }
})
