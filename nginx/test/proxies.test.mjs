// nginx between others: behind another proxy (TLS=off), in front of another environment (MORE_SITES), and before services that
// come, go and move.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, describe, it } from 'node:test'
import { ask, docker, eventually, NGINX, NODE, openSocket, Stage } from './kit.mjs'

describe('two environments behind one door', () => {
  const stage = new Stage()
  let door
  before(async () => {
    stage.stub()
    await stage.nginx({ TLS: 'off', DOMAIN: 'test.example.kr', PUBLIC_URL: 'https://test.example.kr' }, { name: 'inner', certificates: 'none', ready: false })
    door = await stage.nginx({ DOMAIN: 'meet.example.kr', PUBLIC_URL: 'https://meet.example.kr', MORE_SITES: 'test.example.kr=http://inner:8080 gone.example.kr=http://nobody:8080' })
    await eventually(async () => (await ask(door, '/', { name: 'test.example.kr' })).status === 200, 'the inner nginx')
  })
  after(() => stage.end())

  it('have a certificate each', async () => {
    for (const name of ['meet.example.kr', 'test.example.kr']) {
      const answer = await ask(door, '/', { name })
      assert.equal(answer.status, 200)
      assert.match(answer.certificate.subjectaltname, new RegExp(`DNS:${name}`))
    }
  })

  it('are promised to stay on https, once', async () => {
    for (const name of ['meet.example.kr', 'test.example.kr']) {
      for (const path of ['/', '/api/x', '/gone.png']) {
        assert.equal((await ask(door, path, { name })).headers['strict-transport-security'], 'max-age=31536000', `${name}${path}`)
      }
    }
  })

  it('learn the client’s own address through both', async () => {
    const { headers } = (await ask(door, '/api/x', { name: 'test.example.kr', headers: { 'X-Forwarded-For': '203.0.113.9' } })).json
    assert.equal(headers['x-forwarded-for'], stage.gatewayAddress)
    assert.equal(headers['x-forwarded-proto'], 'https')
    assert.equal(headers.host, 'test.example.kr')
  })

  it('have one trace through both', async () => {
    const { headers } = (await ask(door, '/api/x', { name: 'test.example.kr' })).json
    const trace = headers.traceparent.split('-')[1]
    for (const name of ['nginx', 'inner']) {
      await eventually(() => docker('logs', `${stage.id}-${name}`).includes(trace), `the trace in the log of ${name}`)
    }
  })

  it('have signalling and event streams through both', async () => {
    const socket = await openSocket(door, '/openvidu?a', { name: 'test.example.kr', headers: { Origin: 'https://test.example.kr' } })
    assert.deepEqual(socket.saw, { url: '/openvidu?a', realIp: stage.gatewayAddress })
    assert.equal(await socket.says('hello'), 'hello')
    socket.close()
    const { response, request } = await ask(door, '/api/events', { name: 'test.example.kr', keep: true })
    const [chunk] = await once(response, 'data', { signal: AbortSignal.timeout(15_000) })
    assert.equal(chunk.toString(), 'data: first\n\n')
    request.destroy()
  })

  it('do not take each other down', async () => {
    const answer = await ask(door, '/api/x', { name: 'gone.example.kr' })
    assert.deepEqual([answer.status, answer.json.type, answer.json.cause], [503, '/problems/service-unavailable', 'gone.example.kr'])
    assert.equal((await ask(door, '/', { name: 'meet.example.kr' })).status, 200)
  })

  it('are sent to https each under its own name', async () => {
    const answer = await ask(door, '/r/a', { plain: true, name: 'test.example.kr' })
    assert.equal(answer.headers.location, 'https://test.example.kr/r/a')
  })
})

describe('behind another proxy', () => {
  // Addresses for documentation: here they play the internet.
  const stage = new Stage({ subnet: '203.0.113.0/24' })
  before(async () => {
    stage.stub()
    await stage.nginx({ TLS: 'off', DOMAIN: 'meet.example.kr' }, { ready: false })
    await eventually(() => says('/', []), 'nginx answering')
  })
  after(() => stage.end())

  const says = (path, headers) =>
    docker('run', '--rm', `--network=${stage.id}`, '--entrypoint=curl', NGINX, '-fsS', '-H', 'Host: meet.example.kr', ...headers.flatMap((it) => ['-H', it]), `http://nginx:8080${path}`)

  it('a stranger is not believed whom they ask for', () => {
    const { headers } = JSON.parse(says('/api/x', ['X-Forwarded-For: 198.51.100.7', 'X-Forwarded-Proto: https', 'X-Real-IP: 198.51.100.7']))
    assert.match(headers['x-forwarded-for'], /^203\.0\.113\.\d+$/)
    assert.equal(headers['x-real-ip'], headers['x-forwarded-for'])
    assert.equal(headers['x-forwarded-proto'], 'http')
  })
})

describe('services behind', () => {
  const stage = new Stage({ subnet: '10.213.77.0/24' }) // a chosen address needs a chosen subnet
  let nginx
  before(async () => {
    nginx = await stage.nginx()
  })
  after(() => stage.end())

  it('that were never there are a problem with a name, and pages are there all the same', async () => {
    assert.equal((await ask(nginx, '/')).status, 200)
    const answer = await ask(nginx, '/api/x')
    assert.deepEqual([answer.status, answer.json.type, answer.json.cause], [503, '/problems/service-unavailable', 'gateway'])
    assert.equal(answer.headers['retry-after'], '5')
    const socket = await openSocket(nginx, '/openvidu')
    assert.deepEqual([socket.status, JSON.parse(socket.text).cause], [503, 'media-server'])
  })

  it('send people on their way from a provider back to the sign-in page', async () => {
    const people = { headers: { Accept: 'text/html' } }
    const answer = await ask(nginx, '/api/auth/sign-in/kakao?returnTo=%2Fr%2Fabc', people)
    assert.equal(answer.status, 302)
    assert.equal(answer.headers.location, '/sign-in?provider=kakao&returnTo=%2Fr%2Fabc&problem=service-unavailable')
    const back = await ask(nginx, '/api/auth/callback/naver?code=x', people)
    assert.equal(back.headers.location, '/sign-in?provider=naver&returnTo=%2F&problem=service-unavailable')
  })

  it('are found as soon as they come, and again when they come back with another address', async () => {
    const first = stage.stub()
    const address = first.address
    await eventually(async () => (await ask(nginx, '/api/x')).status === 200, 'the gateway')
    first.remove()
    stage.run('squatter', NODE, { options: [`--ip=${address}`], command: ['sleep', 'infinity'] })
    const second = stage.stub()
    assert.notEqual(second.address, address)
    await eventually(async () => (await ask(nginx, '/api/x')).status === 200, 'the gateway made anew')
    const socket = await eventually(async () => {
      const it = await openSocket(nginx, '/openvidu')
      return it.status === 101 && it
    }, 'the media server made anew')
    socket.close()
  })
})
