// Where certificates come from, and that new ones are taken without anybody noticing.
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { ask, docker, eventually, makePair, openSocket, Stage } from './kit.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const shown = async (nginx, name) => (await ask(nginx, '/', { name, ca: undefined })).certificate

/** A call and a download that began before; both must go on whatever happens meanwhile. */
async function busy(nginx, name) {
  const socket = await openSocket(nginx, '/openvidu', { name, ca: undefined })
  const { response, request } = await ask(nginx, '/api/download', { name, ca: undefined, keep: true })
  let read = 0
  response.on('data', (chunk) => (read += chunk.length))
  return async () => {
    assert.equal(await socket.says('still here'), 'still here')
    const before = read
    await eventually(() => read > before, 'the download going on')
    assert.equal(response.complete, false)
    socket.close()
    request.destroy()
  }
}

describe('an authority of our own (TLS=local)', () => {
  const stage = new Stage()
  before(() => stage.stub())
  after(() => stage.end())
  let nginx, authority
  const start = async (env) => {
    nginx?.remove()
    nginx = await stage.nginx({ DOMAIN: 'meet.example.kr', ...env })
  }

  it('signs for the domain, TURN, this machine’s names and its address, and says how to trust it', async () => {
    await start({ PUBLIC_IP: '192.0.2.7' })
    authority = nginx.authority
    const { certificate } = await ask(nginx, '/', { name: 'meet.example.kr' })
    for (const it of ['DNS:meet.example.kr', 'DNS:turn.meet.example.kr', 'DNS:localhost', 'IP Address:127.0.0.1', 'IP Address:192.0.2.7']) {
      assert.ok(certificate.subjectaltname.includes(it), certificate.subjectaltname)
    }
    assert.match(nginx.logs, /docker compose cp nginx:\/certificates\/ca\.crt/)
  })

  it('keeps its keys to itself', () => {
    assert.equal(nginx.exec('stat', '-c', '%a %u', '/certificates/ca.key'), '600 101')
    const access = (name) => nginx.exec('stat', '-c', '%a %u %g', `/certificates/${name}/privkey.pem`)
    assert.equal(access('turn.meet.example.kr'), '640 101 101') // coturn reads its own key
    assert.equal(access('meet.example.kr'), '600 101 101')
    assert.equal(nginx.exec('stat', '-c', '%a', '/certificates/ca.crt'), '644')
  })

  it('is kept over restarts, and so is what it signed', async () => {
    const { serialNumber } = await shown(nginx, 'meet.example.kr')
    await start({ PUBLIC_IP: '192.0.2.7' })
    assert.equal(nginx.authority, authority)
    assert.equal((await shown(nginx, 'meet.example.kr')).serialNumber, serialNumber)
    assert.doesNotMatch(nginx.logs, /docker compose cp/)
  })

  it('signs anew where the names have changed, or the end is near', async () => {
    await start({ PUBLIC_IP: '192.0.2.8', LEAF_DAYS: '31' })
    const { certificate } = await ask(nginx, '/', { name: 'meet.example.kr' })
    assert.ok(certificate.subjectaltname.includes('192.0.2.8'))
    nginx.exec('bash', '-c', 'cd /certificates/meet.example.kr && openssl x509 -new -force_pubkey <(openssl pkey -in privkey.pem -pubout) -subj /CN=soon -CA ../ca.crt -CAkey ../ca.key -days 29 -out fullchain.pem')
    await start({ PUBLIC_IP: '192.0.2.8' })
    const renewed = await ask(nginx, '/', { name: 'meet.example.kr' })
    assert.ok(new Date(renewed.certificate.valid_to) - Date.now() > 100 * 86_400_000)
    assert.equal(nginx.authority, authority)
  })
})

describe('the operator’s own (TLS=files)', () => {
  const stage = new Stage()
  after(() => stage.end())
  it('are taken when they are replaced, while a call and a download go on', async () => {
    stage.stub()
    const volume = stage.volume('own')
    makePair(stage, volume, ['meet.example.kr', 'turn.meet.example.kr'])
    const nginx = await stage.nginx({ TLS: 'files', DOMAIN: 'meet.example.kr' }, { options: ['-v', `${volume}:/own-certificates:ro`] })
    const first = await shown(nginx, 'meet.example.kr')
    const goesOn = await eventually(() => busy(nginx, 'meet.example.kr'), 'the services')
    makePair(stage, volume, ['meet.example.kr', 'turn.meet.example.kr'])
    await eventually(async () => (await shown(nginx, 'meet.example.kr')).serialNumber !== first.serialNumber, 'the new certificate')
    await goesOn()
  })
})

describe('a certificate authority (TLS=acme)', () => {
  const stage = new Stage()
  const names = ['meet.example.kr', 'turn.meet.example.kr', 'test.example.kr']
  let nginx, certbot
  before(async () => {
    stage.stub()
    stage.run('pebble', 'letsencrypt/pebble:latest', {
      env: { PEBBLE_VA_NOSLEEP: '1', PEBBLE_WFE_NONCEREJECT: '0' },
      options: ['-v', `${here('pebble.json')}:/test/config/pebble-config.json:ro`],
    })
    docker('cp', `${stage.id}-pebble:/test/certs/pebble.minica.pem`, `/tmp/${stage.id}.pem`)
    const sites = 'test.example.kr=http://gateway:8080 not-yet.example.kr=http://gateway:8080'
    const acme = ['-v', `${stage.volume('acme')}:/acme`]
    nginx = await stage.nginx({ TLS: 'acme', DOMAIN: 'meet.example.kr', MORE_SITES: sites }, { aliases: ['nginx', ...names], options: acme })
    const temporary = await shown(nginx, 'meet.example.kr')
    assert.equal(temporary.issuer.CN, 'temporary certificate of meet.example.kr')
    certbot = stage.run('certbot', 'certbot/certbot:v5.1.0', {
      env: {
        NAMES: 'meet.example.kr turn.meet.example.kr',
        TURN_DOMAIN: 'turn.meet.example.kr',
        MORE_SITES: sites,
        ACME_EMAIL: 'operator@example.kr',
        ACME_SERVER: 'https://pebble:14000/dir',
        REQUESTS_CA_BUNDLE: '/pebble.pem',
      },
      options: [
        ...['--entrypoint=/bin/sh', '--init', ...acme, '-v', `${stage.volume('certificates')}:/certificates`],
        ...['-v', `/tmp/${stage.id}.pem:/pebble.pem:ro`, '-v', `${here('../keep-certificates')}:/keep-certificates:ro`],
      ],
      command: ['/keep-certificates'],
    })
  })
  after(async () => {
    rmSync(`/tmp/${stage.id}.pem`, { force: true })
    await stage.end()
  })

  const signed = async (name) => {
    const certificate = await shown(nginx, name)
    return certificate.issuer.CN.startsWith('Pebble') && certificate.subjectaltname === `DNS:${name}` && certificate
  }

  it('signs for every name that leads here, although one does not yet', async () => {
    for (const name of ['meet.example.kr', 'test.example.kr']) await eventually(() => signed(name), `the certificate of ${name}`)
    const access = (name) => nginx.exec('stat', '-c', '%a %u %g', `/certificates/${name}/privkey.pem`)
    assert.equal(access('turn.meet.example.kr'), '640 101 101') // coturn reads its own key
    assert.equal(access('meet.example.kr'), '600 101 101')
    await eventually(() => /Not signed: not-yet\.example\.kr\. Does the name lead to this machine/.test(certbot.logs), 'the complaint')
  })

  it('renews while a call and a download go on', async () => {
    const first = await signed('meet.example.kr')
    const goesOn = await eventually(() => busy(nginx, 'meet.example.kr'), 'the services')
    certbot.exec('/bin/sh', '/keep-certificates', 'renew')
    await eventually(async () => (await signed('meet.example.kr')).serialNumber !== first.serialNumber, 'the renewed certificate')
    await goesOn()
  })
})
