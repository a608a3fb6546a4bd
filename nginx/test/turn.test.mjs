// Being relayed: over UDP, over TCP, and over TLS on the port of the website; and what nobody is relayed to.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ask, eventually, Stage } from './kit.mjs'
import { credentials, TurnClient } from './turn-client.mjs'

const SECRET = 'a secret for tests, forty characters long'
const TURN = 'turn.localhost'
const stage = new Stage()
let nginx, coturn, media
before(async () => {
  media = stage.stub('media', ['media', 'gateway'])
  coturn = stage.coturn({ TURN_SECRET: SECRET, TURN_DOMAIN: TURN, PUBLIC_IP: '192.168.77.1' }, ['-p', '127.0.0.1::3478/udp', '-p', '127.0.0.1::3478/tcp', '-v', `${stage.volume('certificates')}:/certificates:ro`])
  nginx = await stage.nginx()
  await eventually(() => coturn.logs.includes('TURN over TLS begins'), 'coturn finding its certificate')
  await eventually(() => (coturn.exec('turn-health'), true), 'coturn')
})
const clients = []
after(() => {
  clients.forEach((it) => it.close())
  return stage.end()
})

const ways = {
  udp: () => ({ over: 'udp', port: coturn.port('3478/udp') }),
  tcp: () => ({ over: 'tcp', port: coturn.port('3478/tcp') }),
  tls: () => ({ over: 'tls', port: nginx.tlsPort, servername: TURN, ca: nginx.authority }),
}
const connect = async (over) => {
  const client = await eventually(() => TurnClient.connect(ways[over]()), `TURN over ${over}`)
  clients.push(client)
  return client
}

for (const over of Object.keys(ways)) {
  describe(`over ${over}`, () => {
    it('relays to the media server and back', async () => {
      const client = await connect(over)
      assert.equal(await client.allocate(credentials(SECRET)), 0)
      assert.equal(await client.permit(media.address), 0)
      await eventually(() => {
        client.say(media.address, 40000, 'is anybody there?')
        return client.arrived.includes('is anybody there?')
      }, 'the echo')
    })

    it('refuses credentials that have expired, or were made with another secret', async () => {
      for (const wrong of [credentials(SECRET, -5), credentials('another secret'), { username: 'nobody', password: SECRET }]) {
        const client = await connect(over)
        assert.equal(await client.allocate(wrong), 401)
      }
    })
  })
}

describe('a relay', () => {
  const inside = {
    'this machine': '127.0.0.1',
    'the network’s gateway, which is the host': () => stage.gatewayAddress,
    'the TURN server itself': () => coturn.address,
    'a private network': '10.1.2.3',
    'another container network': () => ['172.20.255.2', '172.31.255.2'].find((it) => !stage.gatewayAddress.startsWith(it.slice(0, 6))),
    'another private network': '192.168.0.1',
    'a provider’s inner network': '100.64.1.1',
    'the cloud’s metadata': '169.254.169.254',
    'everybody at once': '255.255.255.255',
    'a multicast group': '224.0.0.1',
    nowhere: '0.0.0.0',
    'the internet': '8.8.8.8',
    'somebody else’s server': '203.0.113.9',
    'the internet in IPv6': '2606:4700::1111',
    'this machine in IPv6': '::1',
    'a private network in IPv6': 'fd00::1',
  }
  for (const [name, ip] of Object.entries(inside)) {
    it(`does not lead to ${name}`, async () => {
      const client = await connect('udp')
      assert.equal(await client.allocate(credentials(SECRET)), 0)
      assert.ok([403, 443].includes(await client.permit(typeof ip === 'string' ? ip : ip())))
    })
  }

  it('leads to the address that this machine has in its own network', async () => {
    const client = await connect('udp')
    await client.allocate(credentials(SECRET))
    assert.equal(await client.permit('192.168.77.1'), 0)
  })
})

it('the website stays a website on the same port', async () => {
  assert.equal((await ask(nginx, '/')).status, 200)
})

it('a renewed certificate is shown, and whoever is being relayed stays', async () => {
  const client = await connect('tls')
  await client.allocate(credentials(SECRET))
  await client.permit(media.address)
  nginx.exec('rm', '/certificates/turn.localhost/names') // as if it had been for other names
  await eventually(async () => {
    const fresh = await connect('tls')
    return fresh.certificate.serialNumber !== client.certificate.serialNumber
  }, 'the new certificate')
  await eventually(() => {
    client.say(media.address, 40000, 'still here')
    return client.arrived.includes('still here')
  }, 'the echo')
})

it('the log has neither the secret nor credentials', async () => {
  assert.doesNotMatch(coturn.logs, new RegExp(`${SECRET}|${credentials(SECRET).password.slice(0, 12)}`))
  assert.doesNotMatch(coturn.exec('sh', '-c', 'cat /proc/[0-9]*/cmdline'), new RegExp(SECRET))
})
