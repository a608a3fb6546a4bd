// A TURN client (RFC 8656), as far as these tests need one: over UDP, TCP and TLS, with credentials that expire.
import { createHash, createHmac, randomBytes } from 'node:crypto'
import dgram from 'node:dgram'
import { once } from 'node:events'
import net from 'node:net'
import tls from 'node:tls'

const MAGIC = 0x2112a442
const ALLOCATE = 0x003
const CREATE_PERMISSION = 0x008
const SEND = 0x016
const DATA = 0x017
const attributes = { username: 0x0006, integrity: 0x0008, error: 0x0009, peer: 0x0012, data: 0x0013, realm: 0x0014, nonce: 0x0015, relayed: 0x0016, family: 0x0017, transport: 0x0019 }

/** What room members get: a name that says until when it holds, and its HMAC. */
export function credentials(secret, seconds = 600) {
  const username = `${Math.floor(Date.now() / 1000) + seconds}:tester`
  return { username, password: createHmac('sha1', secret).update(username).digest('base64') }
}

const attribute = (type, value) => {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)])
}

function address(ip, port, transaction) {
  const mask = Buffer.concat([Buffer.from([0x21, 0x12, 0xa4, 0x42]), transaction])
  const bytes = net.isIPv6(ip) ? ipv6(ip) : Buffer.from(ip.split('.').map(Number))
  const head = Buffer.from([0, net.isIPv6(ip) ? 2 : 1, 0, 0])
  head.writeUInt16BE(port ^ (MAGIC >>> 16), 2)
  return Buffer.concat([head, bytes.map((byte, at) => byte ^ mask[at])])
}

function ipv6(text) {
  const [before, after] = text.split('::').map((half) => (half ? half.split(':') : []))
  const words = [...before, ...Array(8 - before.length - after.length).fill('0'), ...after]
  return Buffer.from(words.flatMap((word) => [parseInt(word, 16) >> 8, parseInt(word, 16) & 255]))
}

function parse(message) {
  const found = { type: message.readUInt16BE(0), transaction: message.subarray(8, 20).toString('hex') }
  for (let at = 20; at < message.length; ) {
    const type = message.readUInt16BE(at)
    const length = message.readUInt16BE(at + 2)
    const name = Object.keys(attributes).find((it) => attributes[it] === type)
    if (name) found[name] = message.subarray(at + 4, at + 4 + length)
    at += 4 + length + ((4 - (length % 4)) % 4)
  }
  if (found.error) found.code = found.error[2] * 100 + found.error[3]
  return found
}

export class TurnClient {
  static async connect({ over, port, host = '127.0.0.1', servername, ca }) {
    const client = new TurnClient()
    if (over === 'udp') {
      const socket = dgram.createSocket('udp4')
      socket.connect(port, host)
      await once(socket, 'connect')
      client.lossy = true
      client.transmit = (message) => socket.send(message)
      client.close = () => socket.close()
      socket.on('message', (message) => client.receive(message))
    } else {
      const socket = over === 'tls' ? tls.connect({ host, port, servername, ca }) : net.connect(port, host)
      await once(socket, over === 'tls' ? 'secureConnect' : 'connect')
      client.certificate = socket.getPeerCertificate?.()
      client.transmit = (message) => socket.write(message)
      client.close = () => socket.destroy()
      let buffer = Buffer.alloc(0)
      socket.on('error', () => {})
      socket.on('data', (chunk) => {
        buffer = Buffer.concat([buffer, chunk])
        while (buffer.length >= 20 && buffer.length >= 20 + buffer.readUInt16BE(2)) {
          const length = 20 + buffer.readUInt16BE(2)
          client.receive(buffer.subarray(0, length))
          buffer = buffer.subarray(length)
        }
      })
    }
    return client
  }

  waiting = new Map()
  arrived = []

  receive(bytes) {
    const message = parse(Buffer.from(bytes))
    const waiter = this.waiting.get(message.transaction)
    if (waiter) waiter(message)
    else if (message.type === DATA) this.arrived.push(message.data.toString())
  }

  message(type, transaction, list) {
    const head = Buffer.alloc(20)
    head.writeUInt16BE(type, 0)
    head.writeUInt32BE(MAGIC, 4)
    transaction.copy(head, 8)
    const body = Buffer.concat(list)
    head.writeUInt16BE(body.length, 2)
    return Buffer.concat([head, body])
  }

  async request(type, list) {
    const transaction = randomBytes(12)
    if (this.key) {
      list = [...list(transaction), attribute(attributes.username, Buffer.from(this.username)), attribute(attributes.realm, this.realm), attribute(attributes.nonce, this.nonce)]
      const unsigned = this.message(type, transaction, list)
      unsigned.writeUInt16BE(unsigned.readUInt16BE(2) + 24, 2)
      list.push(attribute(attributes.integrity, createHmac('sha1', this.key).update(unsigned).digest()))
    } else {
      list = list(transaction)
    }
    const message = this.message(type, transaction, list)
    const answer = new Promise((resolve, reject) => {
      this.waiting.set(transaction.toString('hex'), resolve)
      setTimeout(() => reject(new Error('the TURN server does not answer')), 15_000).unref()
    })
    this.transmit(message)
    const again = this.lossy ? setInterval(() => this.transmit(message), 500) : undefined // RFC 8489 §6.2.1
    return answer.finally(() => clearInterval(again))
  }

  /** 0 where a relay was given, else the server's error code. */
  async allocate({ username, password }) {
    const list = () => [attribute(attributes.transport, Buffer.from([17, 0, 0, 0]))]
    const challenge = await this.request(ALLOCATE, list)
    this.realm = challenge.realm
    this.nonce = challenge.nonce
    this.username = username
    this.key = createHash('md5').update(`${username}:${challenge.realm}:${password}`).digest()
    return (await this.request(ALLOCATE, list)).code ?? 0
  }

  /** 0 where the relay may speak to that address, else the server's error code. */
  async permit(ip) {
    return (await this.request(CREATE_PERMISSION, (transaction) => [attribute(attributes.peer, address(ip, 9, transaction))])).code ?? 0
  }

  say(ip, port, text) {
    const transaction = randomBytes(12)
    this.transmit(this.message(SEND, transaction, [attribute(attributes.peer, address(ip, port, transaction)), attribute(attributes.data, Buffer.from(text))]))
  }
}
