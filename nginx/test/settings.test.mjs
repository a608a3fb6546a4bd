// What nginx starts with, and what it refuses with a sentence.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { after, describe, it } from 'node:test'
import { makePair, NGINX, Stage } from './kit.mjs'

const stage = new Stage()
after(() => stage.end())

function check(env, ...options) {
  const result = spawnSync(
    'docker',
    ['run', '--rm', '--read-only', '--tmpfs=/tmp', '--volume=/certificates', '--cap-drop=ALL', ...options, ...Object.entries(env).map(([key, value]) => `--env=${key}=${value}`), NGINX, 'check'],
    { encoding: 'utf8' },
  )
  return { ok: result.status === 0, says: result.stderr }
}

function own(names, options) {
  const volume = stage.volume(`own-${names[0]}-${options?.keyFrom ?? 'its'}`)
  makePair(stage, volume, names, options)
  return ['-v', `${volume}:/own-certificates:ro`]
}

describe('a configuration is valid', () => {
  const sites = { MORE_SITES: 'test.example.kr=http://10.0.0.5:8080 old.example.kr=https://other:8443' }
  const domain = { DOMAIN: 'meet.example.kr', PUBLIC_URL: 'https://meet.example.kr' }
  const settings = {
    'on a laptop, with nothing set': {},
    'with TLS=local, a domain and an address': { ...domain, TLS: 'local', PUBLIC_IP: '192.0.2.7' },
    'with TLS=acme and several domains': { ...domain, ...sites, TLS: 'acme' },
    'with TLS=off and several domains': { ...domain, ...sites, TLS: 'off' },
    'with the practice people': { SIGN_IN: 'stand-in' },
    'with an OpenVidu elsewhere': { MEDIA_SERVER: 'external', OPENVIDU_URL: 'https://openvidu.example.kr:4443/' },
    'with a media server that speaks https': { MEDIA_UPSTREAM: 'https://media:4443' },
  }
  for (const [name, env] of Object.entries(settings)) {
    it(name, () => {
      const { ok, says } = check(env)
      assert.ok(ok, says)
      assert.doesNotMatch(says, /\[warn\]|\[emerg\]/)
    })
  }
  it('with TLS=files', () => {
    const { ok, says } = check({ ...domain, TLS: 'files' }, ...own(['meet.example.kr', 'turn.meet.example.kr']))
    assert.ok(ok, says)
  })
  it('with TLS=files for the site alone, and says what does not work then', () => {
    const { ok, says } = check({ ...domain, TLS: 'files' }, ...own(['meet.example.kr']))
    assert.ok(ok, says)
    assert.match(says, /not for turn\.meet\.example\.kr, so TURN over TLS will not work/)
  })
})

describe('nginx refuses', () => {
  const refusals = [
    ['a kind of TLS that there is not', { TLS: 'yes' }, [], /TLS is yes; it is one of local, acme, files, off/],
    ['a TURN name that is the site’s', { DOMAIN: 'a.kr', TURN_DOMAIN: 'a.kr' }, [], /TURN_DOMAIN is the same as DOMAIN/],
    ['a domain that is an address with a scheme', { DOMAIN: 'https://a.kr' }, [], /DOMAIN is "https:\/\/a\.kr"/],
    ['a setting that would be configuration', { PUBLIC_URL: 'https://a; } server {' }, [], /PUBLIC_URL is/],
    ['a further site without an address', { MORE_SITES: 'test.example.kr' }, [], /MORE_SITES has "test\.example\.kr"; each is NAME=URL/],
    ['an OpenVidu elsewhere that is nowhere', { MEDIA_SERVER: 'external' }, [], /OPENVIDU_URL is ""/],
    ['certificates that are missing', { TLS: 'files', DOMAIN: 'a.kr' }, [], /there is no fullchain\.pem for a\.kr/],
  ]
  for (const [name, env, options, sentence] of refusals) {
    it(name, () => {
      const { ok, says } = check(env, ...options)
      assert.equal(ok, false)
      assert.match(says, sentence)
    })
  }
  it('a key that belongs to another certificate', () => {
    const { ok, says } = check({ TLS: 'files', DOMAIN: 'a.kr' }, ...own(['a.kr', 'turn.a.kr'], { keyFrom: 'another' }))
    assert.equal(ok, false)
    assert.match(says, /do not belong together/)
  })
  it('a certificate for another name', () => {
    const { ok, says } = check({ TLS: 'files', DOMAIN: 'b.kr' }, ...own(['a.kr', 'turn.a.kr']))
    assert.equal(ok, false)
    assert.match(says, /fullchain\.pem is not for b\.kr; it is for .*DNS:a\.kr/)
  })
})
