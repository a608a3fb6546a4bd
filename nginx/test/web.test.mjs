// The site as a browser meets it: pages, files, the API and the signalling, over the local authority's https.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import http2 from 'node:http2'
import { once } from 'node:events'
import { after, before, describe, it } from 'node:test'
import tls from 'node:tls'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { ask, eventually, openSocket, Stage } from './kit.mjs'

const stage = new Stage()
let nginx
before(async () => {
  stage.stub()
  nginx = await stage.nginx({ SIGN_IN: 'stand-in', HTTPS_PORT: '8443', PUBLIC_URL: 'https://localhost:8443' })
})
after(() => stage.end())

const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const asset = async () => (await ask(nginx, '/')).text.match(/\/assets\/[^"]+\.js/)[0]

describe('a page', () => {
  it('is the web app, and asked for again every time', async () => {
    const page = await ask(nginx, '/')
    assert.equal(page.status, 200)
    assert.equal(page.headers['content-type'], 'text/html; charset=utf-8')
    assert.match(page.text, /<div id="app">/)
    assert.equal(page.headers['cache-control'], 'no-cache')
    assert.equal(page.headers.etag, undefined)
    assert.equal(page.headers['last-modified'], undefined)
  })

  it('answers every address that the app may know', async () => {
    for (const path of ['/r/kfm-wqtz-hbp', '/account?do=x', '/sign-in', '/index.html']) {
      const page = await ask(nginx, path)
      assert.equal(page.status, 200, path)
      assert.match(page.text, /<div id="app">/)
    }
  })

  it('may use the camera, and load nothing from strangers: the gateway says the same', async () => {
    const { headers } = await ask(nginx, '/r/abc')
    const gateway = source('gateway/src/main/java/io/sarangbang/gateway/edge/AnswerHeaders.java')
    const pages = source('gateway/src/main/java/io/sarangbang/gateway/edge/PageSettings.java')
    const permissions = [...gateway.match(/PERMISSIONS =([\s\S]*?);\n/)[1].matchAll(/"([^"]*)"/g)].map((it) => it[1]).join('')
    const policy = [...pages.match(/"; ",([\s\S]*?)\);/)[1].matchAll(/"([^"]*)"/g)].map((it) => it[1]).join('; ')
    assert.equal(headers['permissions-policy'], permissions)
    assert.equal(headers['content-security-policy'], policy)
    assert.match(permissions, /camera=\(self\)/)
    assert.match(policy, /script-src 'self'/)
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin')
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin')
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['x-frame-options'], 'DENY')
    assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin')
  })

  it('is only read', async () => {
    const answer = await ask(nginx, '/', { method: 'POST', body: 'x' })
    assert.equal(answer.status, 405)
    assert.equal(answer.json.type, '/problems/method-not-allowed')
  })

  it('is not promised to stay on https under localhost, which is everybody’s', async () => {
    assert.equal((await ask(nginx, '/')).headers['strict-transport-security'], undefined)
  })
})

describe('a file of the app', () => {
  it('is kept for a year, its name being its content', async () => {
    const file = await ask(nginx, await asset())
    assert.equal(file.status, 200)
    assert.match(file.headers['content-type'], /javascript; charset=utf-8/)
    assert.equal(file.headers['cache-control'], 'max-age=31536000, public, immutable')
  })

  it('comes compressed as the browser likes it', async () => {
    const path = await asset()
    const plain = await ask(nginx, path)
    const ways = [
      ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
      ['br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['br;q=0, gzip', 'gzip', gunzipSync],
    ]
    for (const [accepted, encoding, unpack] of ways) {
      const packed = await ask(nginx, path, { headers: { 'Accept-Encoding': accepted } })
      assert.equal(packed.headers['content-encoding'], encoding, accepted)
      assert.equal(packed.headers['content-type'], plain.headers['content-type'])
      assert.equal(packed.headers.vary, 'Accept-Encoding')
      assert.ok(unpack(packed.bytes).equals(plain.bytes), accepted)
      assert.ok(packed.bytes.length < plain.bytes.length / 2)
    }
    assert.equal(plain.headers['content-encoding'], undefined)
    assert.equal(plain.headers.vary, 'Accept-Encoding')
  })

  it('is a page too, compressed', async () => {
    const page = await ask(nginx, '/r/abc', { headers: { 'Accept-Encoding': 'br' } })
    assert.equal(page.headers['content-encoding'], 'br')
    assert.match(brotliDecompressSync(page.bytes).toString(), /<div id="app">/)
  })

  it('that is missing is no page', async () => {
    for (const path of ['/assets/gone.js', '/assets/gone', '/gone.png', '/assets', '/.well-known/other', '/r/a.b']) {
      for (const encoding of ['br', 'identity']) {
        const answer = await ask(nginx, path, { headers: { 'Accept-Encoding': encoding } })
        assert.equal(answer.status, 404, path)
        assert.equal(answer.json.type, '/problems/not-found')
      }
    }
  })
})

describe('a request to the API', () => {
  it('arrives as it was sent, with the client’s own address', async () => {
    const answer = await ask(nginx, '/api/rooms?x=%2F', {
      method: 'POST',
      body: '{}',
      headers: { 'X-Forwarded-For': '203.0.113.9', 'X-Real-IP': '203.0.113.9', 'X-Forwarded-Proto': 'http', Forwarded: 'for=203.0.113.9', Cookie: 'a=b' },
    })
    const seen = answer.json
    assert.equal(seen.url, '/api/rooms?x=%2F')
    assert.equal(seen.method, 'POST')
    assert.equal(seen.headers['x-forwarded-for'], stage.gatewayAddress)
    assert.equal(seen.headers['x-real-ip'], stage.gatewayAddress)
    assert.equal(seen.headers['x-forwarded-proto'], 'https')
    assert.equal(seen.headers.host, 'localhost')
    assert.equal(seen.headers.cookie, 'a=b')
    assert.equal(seen.headers.forwarded, undefined)
    assert.equal(seen.headers.upgrade, undefined)
  })

  it('has a trace from here on, and keeps the id that it brings', async () => {
    const made = (await ask(nginx, '/api/x')).json.headers
    assert.match(made['x-request-id'], /^[A-Za-z0-9-]{8,64}$/)
    assert.match(made.traceparent, /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00'
    const given = { 'X-Request-Id': 'my-own-request', traceparent, tracestate: 'a=1', baggage: 'a=1' }
    const kept = (await ask(nginx, '/api/x', { headers: given })).json.headers
    assert.equal(kept['x-request-id'], 'my-own-request')
    assert.notEqual(kept.traceparent, traceparent)
    assert.equal(kept.tracestate, undefined)
    assert.equal(kept.baggage, undefined)
    const broken = (await ask(nginx, '/api/x', { headers: { 'X-Request-Id': 'no good"' } })).json.headers
    assert.notEqual(broken['x-request-id'], 'no good"')
  })

  it('gets a refusal from behind as it is', async () => {
    const answer = await ask(nginx, '/api/refused', { headers: { Accept: 'text/html' } })
    assert.equal(answer.status, 409)
    assert.equal(answer.json.type, '/problems/room-full')
  })

  it('hears the first event of a stream while it goes on', async () => {
    const { response, request, headers } = await ask(nginx, '/api/events', { keep: true, headers: { Accept: 'text/event-stream' } })
    const [chunk] = await once(response, 'data', { signal: AbortSignal.timeout(15_000) })
    assert.equal(chunk.toString(), 'data: first\n\n')
    assert.match(headers['content-type'], /^text\/event-stream/)
    assert.equal(response.complete, false)
    request.destroy()
  })

  it('may be as long as the gateway reads, so that it is the one to refuse', async () => {
    assert.equal((await ask(nginx, '/api/x', { method: 'POST', body: Buffer.alloc(100_000) })).json.read, 100_000)
    assert.equal((await ask(nginx, `/api/x?${'a'.repeat(10_000)}`)).status, 200)
    assert.equal((await ask(nginx, '/api/x', { headers: { 'X-Long': 'a'.repeat(14_000) } })).status, 200)
  })

  it('is refused here where it is far too long', async () => {
    const body = await ask(nginx, '/api/x', { method: 'POST', body: Buffer.alloc(200_000) })
    assert.deepEqual([body.status, body.json.type], [413, '/problems/payload-too-large'])
    const address = await ask(nginx, `/api/x?${'a'.repeat(20_000)}`)
    assert.deepEqual([address.status, address.json.type], [414, '/problems/uri-too-long'])
    const header = await ask(nginx, '/api/x', { headers: { 'X-Long': 'a'.repeat(20_000) } })
    assert.deepEqual([header.status, header.json.type], [431, '/problems/headers-too-large'])
  })

  it('that breaks off behind is told as a problem, with the headers of data', async () => {
    const answer = await ask(nginx, '/api/broken?code=secret')
    assert.equal(answer.status, 502)
    assert.equal(answer.headers['content-type'], 'application/problem+json')
    assert.equal(answer.json.type, '/problems/service-failed')
    assert.equal(answer.json.cause, 'gateway')
    assert.equal(answer.json.instance, '/api/broken')
    assert.equal(answer.json.requestId, answer.headers['x-request-id'])
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.equal(answer.headers['content-security-policy'], "default-src 'none'; frame-ancestors 'none'")
  })

  it('shows people a page instead', async () => {
    const answer = await ask(nginx, '/api/broken', { headers: { Accept: 'text/html,*/*' } })
    assert.equal(answer.status, 502)
    assert.match(answer.headers['content-type'], /^text\/html; charset=utf-8/)
    assert.match(answer.text, /서버에 문제가 생겼습니다/)
    assert.match(answer.text, /Something failed/)
    assert.match(answer.text, new RegExp(answer.headers['x-request-id']))
  })

  it('reaches the stand-ins and the public keys, too', async () => {
    assert.equal((await ask(nginx, '/stand-in/kakao/oauth/authorize?a=b')).json.url, '/stand-in/kakao/oauth/authorize?a=b')
    assert.equal((await ask(nginx, '/.well-known/jwks.json')).json.url, '/.well-known/jwks.json')
  })
})

describe('the signalling', () => {
  it('is a WebSocket to the media server, which learns the client’s address', async () => {
    const socket = await openSocket(nginx, '/openvidu?sessionId=a&token=b')
    assert.equal(socket.status, 101)
    assert.deepEqual(socket.saw, { url: '/openvidu?sessionId=a&token=b', realIp: stage.gatewayAddress })
    assert.equal(await socket.says('hello'), 'hello')
    socket.close()
  })

  it('is open to our own pages and to programs, not to other sites’', async () => {
    for (const origin of ['https://localhost:8443', 'https://localhost']) {
      const socket = await openSocket(nginx, '/openvidu', { headers: { Origin: origin } })
      assert.equal(socket.status, 101, origin)
      socket.close()
    }
    for (const origin of ['https://evil.example', 'http://localhost', 'https://localhost:8443.evil.example', 'null']) {
      const refused = await openSocket(nginx, '/openvidu', { headers: { Origin: origin } })
      assert.equal(refused.status, 403, origin)
      assert.equal(JSON.parse(refused.text).type, '/problems/cross-site-request')
    }
  })

  it('takes nothing but WebSocket handshakes', async () => {
    const answer = await ask(nginx, '/openvidu')
    assert.deepEqual([answer.status, answer.json.type, answer.headers.upgrade], [426, '/problems/upgrade-required', 'websocket'])
  })

  it('is the only way in: the media server’s REST API has none', async () => {
    const paths = ['/openvidu/', '/openvidu/api/sessions', '/openvidu/api/../api/config', '//openvidu/api', '/openvidu;x/api', '/openvidu%2fapi', '/%6fpenvidu/api/sessions', '/openvidu/x/%2e%2e/api']
    for (const path of paths) {
      for (const asked of [await ask(nginx, path, { headers: { Authorization: 'Basic x' } }), await openSocket(nginx, path)]) {
        assert.ok([200, 400, 404].includes(asked.status), `${path}: ${asked.status}`)
        assert.doesNotMatch(asked.text, /"started"/, path)
      }
    }
    // What ends at the signalling however it is written arrives as the signalling.
    const socket = await openSocket(nginx, '/openvidu/api/%2e%2e/%2e%2e/openvidu?a')
    assert.equal(socket.saw.url, '/openvidu?a')
    socket.close()
  })
})

describe('what is nobody’s business', () => {
  it('has no address', async () => {
    for (const path of ['/internal/openvidu/events', '/actuator/health', '/eureka/apps', '/internal', '/api']) {
      const answer = await ask(nginx, path)
      assert.deepEqual([answer.status, answer.json.type], [404, '/problems/not-found'], path)
    }
  })

  it('is a page for people', async () => {
    const answer = await ask(nginx, '/internal/x', { headers: { Accept: 'text/html' } })
    assert.equal(answer.status, 404)
    assert.match(answer.text, /이 주소에는 아무것도 없습니다/)
  })

  it('is a site of another name', async () => {
    for (const plain of [true, false]) {
      const answer = await ask(nginx, '/', { plain, headers: { Host: 'evil.example' } })
      assert.deepEqual([answer.status, answer.json.type], [421, '/problems/misdirected-request'])
    }
  })
})

describe('the door', () => {
  it('sends clear text to https, with the address and our port', async () => {
    const answer = await ask(nginx, '/r/abc?x=y', { plain: true, headers: { Host: 'localhost:8080' } })
    assert.equal(answer.status, 301)
    assert.equal(answer.headers.location, 'https://localhost:8443/r/abc?x=y')
  })

  it('speaks HTTP/2', async () => {
    const client = http2.connect(`https://localhost:${nginx.tlsPort}`, { ca: nginx.authority })
    for (const [path, status] of [['/api/x', 200], ['/openvidu', 426]]) {
      const request = client.request({ ':path': path, ':authority': 'localhost' })
      const [headers] = await once(request, 'response')
      assert.equal(headers[':status'], status)
      request.resume()
      await once(request, 'end')
    }
    client.close()
  })

  it('speaks TLS 1.2 and 1.3, and nothing older', async () => {
    for (const [version, spoken] of [['TLSv1.1', false], ['TLSv1.2', true], ['TLSv1.3', true]]) {
      const connection = tls.connect({ host: '127.0.0.1', port: nginx.tlsPort, servername: 'localhost', ca: nginx.authority, minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' })
      const outcome = await Promise.race([once(connection, 'secureConnect').then(() => connection.getProtocol()), once(connection, 'error').then(() => 'refused')]).catch(() => 'refused')
      assert.equal(outcome, spoken ? version : 'refused')
      connection.destroy()
    }
  })

  it('opens under the machine’s own address as well', async () => {
    const answer = await ask(nginx, '/', { name: 'localhost', headers: { Host: '127.0.0.1' } })
    assert.equal(answer.status, 200)
  })
})

it('the log has each request in ECS, and neither queries nor cookies', async () => {
  await ask(nginx, '/api/looked-for?code=very-secret', { headers: { Cookie: 'session=very-secret', Referer: 'https://localhost/?code=very-secret' } })
  await ask(nginx, '/api/broken?code=very-secret')
  const lines = await eventually(() => {
    const all = nginx.logs.split('\n').filter(Boolean)
    return all.some((it) => /prematurely closed.*\/api\/broken/.test(it)) && all.some((it) => it.includes('GET /api/looked-for 200')) && all
  }, 'the log')
  const line = JSON.parse(lines.find((it) => it.includes('GET /api/looked-for 200')))
  assert.equal(line.url.path, '/api/looked-for')
  assert.equal(line.http.response.status_code, 200)
  assert.equal(line.client.ip, stage.gatewayAddress)
  assert.match(line.trace.id, /^[0-9a-f]{32}$/)
  assert.equal(typeof line.event.duration, 'number')
  for (const it of lines.filter((it) => it.startsWith('{'))) JSON.parse(it)
  assert.doesNotMatch(lines.join('\n'), /very-secret/)
})
