import { type APIResponse, expect } from '@playwright/test'
import { Person, test } from '../people.ts'

const guarded = { 'X-Requested-With': 'sarangbang' }

async function isProblem(answer: APIResponse, status: number, type: string) {
  expect(answer.headers()['content-type']).toContain('application/problem+json')
  const body = await answer.json()
  expect(body).toMatchObject({ status, type: `/problems/${type}` })
  expect(answer.status()).toBe(status)
  expect(JSON.stringify(body)).not.toMatch(/\bat [a-z]+\.|Exception|org\.springframework|SQL/)
}

test('whoever is not signed in is told so by every service', async ({ request }) => {
  for (const path of ['/api/users/me', '/api/rooms', '/api/rooms/abc-defg-hjk']) {
    await isProblem(await request.get(path), 401, 'not-signed-in')
  }
})

for (const [name, token] of Object.entries({
  rubbish: 'rubbish',
  unsigned: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.',
  enormous: 'x'.repeat(6000),
})) {
  test(`a ${name} token opens nothing`, async ({ request }) => {
    await isProblem(
      await request.get('/api/rooms', { headers: { Authorization: `Bearer ${token}` } }),
      401,
      'not-signed-in',
    )
  })
}

test('what nobody serves, and what is not for outside, is a problem too', async ({ request }) => {
  for (const path of ['/api/nothing', '/internal/openvidu/events', '/openvidu/api/sessions', '/actuator/env']) {
    const answer = await request.get(path, { headers: { Accept: 'application/json' } })
    expect([401, 404], path).toContain(answer.status())
    expect(answer.headers()['content-type'], path).toContain('application/problem+json')
  }
})

test('malformed and oversized requests are refused and change nothing', async ({ browser }) => {
  const person = await Person.arrives(browser, '서연')
  await person.signsIn('카카오')
  const request = person.page.request
  const origin = new URL(person.page.url()).origin
  const headers = { ...guarded, Origin: origin, 'Content-Type': 'application/json' }
  const before = await (await request.get('/api/rooms')).json()

  await isProblem(
    await request.post('/api/rooms', { headers, data: Buffer.from('{"title":') }),
    400,
    'malformed-request',
  )
  await isProblem(await request.post('/api/rooms', { headers, data: { title: ['list'] } }), 400, 'malformed-request')
  await isProblem(
    await request.post('/api/rooms', { headers, data: { title: 'x'.repeat(81) } }),
    400,
    'validation-failed',
  )
  await isProblem(
    await request.post('/api/rooms', { headers, data: { title: 'x', capacity: 1 } }),
    400,
    'validation-failed',
  )
  await isProblem(
    await request.post('/api/rooms', { headers, data: { title: 'x'.repeat(70_000) } }),
    413,
    'payload-too-large',
  )
  await isProblem(await request.patch('/api/users/me', { headers, data: { locale: 'xx' } }), 400, 'validation-failed')
  await isProblem(await request.get('/api/rooms/zzz-zzzz-zzz'), 404, 'room-not-found')
  await isProblem(await request.get('/api/rooms/%00'), 400, 'malformed-request')
  await isProblem(await request.get('/api/users?ids=not-an-id'), 400, 'validation-failed')
  await isProblem(
    await request.post('/api/rooms', {
      headers: { 'Content-Type': 'text/plain', ...guarded, Origin: origin },
      data: 'x',
    }),
    415,
    'unsupported-media-type',
  )
  await isProblem(await request.post('/api/rooms', { data: { title: 'x' } }), 403, 'cross-site-request')
  await isProblem(
    await request.post('/api/rooms', {
      headers: { ...guarded, Origin: 'https://elsewhere.example' },
      data: { title: 'x' },
    }),
    403,
    'cross-site-request',
  )
  expect(await (await request.get('/api/rooms')).json()).toEqual(before)
})
