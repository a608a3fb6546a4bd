import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'
import { handle } from './routes.ts'

/** `npm run dev:mocked`: the HTTP contract of docs/api.md out of memory, for working on pages without any service. */
export function mockedApi(): Plugin {
  return {
    name: 'mocked-api',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith('/api/')) return next()
        void answer(request, response).catch(next)
      })
    },
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://mocked')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  const reply = handle(
    request.method ?? 'GET',
    url,
    text ? (JSON.parse(text) as Record<string, unknown>) : {},
  )
  response.statusCode = reply.status
  if (reply.location) response.setHeader('Location', reply.location)
  response.setHeader('X-Request-Id', 'mocked-7f3a9c')
  if (reply.body === undefined) return void response.end()
  response.setHeader('Content-Type', reply.status >= 400 ? 'application/problem+json' : 'application/json')
  response.end(JSON.stringify(reply.body))
}
