// A stage for tests: containers in a network of their own, and clients that see what browsers see.
import { execFile, execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const NGINX = process.env.NGINX_IMAGE ?? 'sarangbang/nginx:test'
export const COTURN = process.env.COTURN_IMAGE ?? 'sarangbang/coturn:test'
export const NODE = 'node:24-bookworm-slim'
const HARDENED = ['--read-only', '--tmpfs=/tmp', '--cap-drop=ALL', '--security-opt=no-new-privileges']
const here = (path) => fileURLToPath(new URL(path, import.meta.url))

export const docker = (...args) => execFileSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
const quietly = (...args) => promisify(execFile)('docker', args).catch(() => {})

/** Asks again until it holds; fails with the last reason. */
export async function eventually(ask, what = 'it', seconds = 60) {
  const end = Date.now() + seconds * 1000
  for (;;) {
    try {
      const answer = await ask()
      if (answer) return answer
      if (Date.now() > end) throw new Error(`${what} did not come true within ${seconds} s`)
    } catch (failure) {
      if (Date.now() > end) throw failure
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export class Stage {
  constructor({ subnet } = {}) {
    this.id = `edge-test-${randomBytes(4).toString('hex')}`
    this.containers = []
    this.volumes = []
    docker('network', 'create', ...(subnet ? [`--subnet=${subnet}`] : []), this.id)
    this.gatewayAddress = docker('network', 'inspect', this.id, '--format', '{{(index .IPAM.Config 0).Gateway}}')
  }

  volume(name) {
    const volume = `${this.id}-${name}`
    if (!this.volumes.includes(volume)) this.volumes.push(volume)
    return volume
  }

  run(name, image, { env = {}, options = [], aliases = [name], command = [] } = {}) {
    const container = `${this.id}-${name}`
    docker(
      ...['run', '-d', '--name', container, `--network=${this.id}`, ...aliases.map((it) => `--network-alias=${it}`)],
      ...Object.entries(env).map(([key, value]) => `--env=${key}=${value}`),
      ...options,
      image,
      ...command,
    )
    if (!this.containers.includes(container)) this.containers.push(container)
    return new Container(container, this)
  }

  stub(name = 'gateway', aliases = [name, 'media']) {
    return this.run(name, NODE, { aliases, options: ['-v', `${here('stub.mjs')}:/stub.mjs:ro`], command: ['node', '/stub.mjs'] })
  }

  async nginx(env = {}, { name = 'nginx', aliases = [name], options = [], ready = true, certificates = 'certificates' } = {}) {
    const nginx = this.run(name, NGINX, {
      env: { MEDIA_UPSTREAM: 'media:8080', CERTIFICATE_CHECK_SECONDS: '0.3', ...env },
      aliases,
      options: [...HARDENED, '-v', `${this.volume(certificates)}:/certificates`, '-p', '127.0.0.1::8080', '-p', '127.0.0.1::8443', ...options],
    })
    if (ready) await nginx.answers()
    return nginx
  }

  coturn(env, options = []) {
    return this.run('coturn', COTURN, {
      env: { CERTIFICATE_CHECK_SECONDS: '0.3', ...env },
      options: [...HARDENED, '--cap-add=NET_BIND_SERVICE', '--user=65534:65534', '--group-add=101', ...options],
    })
  }

  async end() {
    await quietly('rm', '-f', '-v', ...this.containers)
    await Promise.all([quietly('network', 'rm', this.id), ...(this.volumes.length ? [quietly('volume', 'rm', ...this.volumes)] : [])])
  }
}

class Container {
  constructor(name, stage) {
    this.name = name
    this.stage = stage
  }

  exec(...command) {
    return docker('exec', this.name, ...command)
  }

  port(inside) {
    return Number(docker('port', this.name, inside).split('\n')[0].split(':').at(-1))
  }

  get address() {
    return docker('inspect', this.name, '--format', `{{(index .NetworkSettings.Networks "${this.stage.id}").IPAddress}}`)
  }

  get logs() {
    return execFileSync('sh', ['-c', 'docker logs "$0" 2>&1', this.name], { encoding: 'utf8', maxBuffer: 1e8 })
  }

  remove() {
    docker('rm', '-f', this.name)
  }

  async answers() {
    await eventually(() => (this.exec('edge-health'), true), `${this.name} answering`)
    this.plainPort = this.port('8080')
    this.tlsPort = this.port('8443')
    this.authority = this.readOr('/certificates/ca.crt')
  }

  readOr(file, otherwise) {
    try {
      return `${this.exec('cat', file)}\n`
    } catch {
      return otherwise
    }
  }
}

/** What a client gets; `name` is the site it asks for, whatever address it connects to. */
export async function ask(nginx, path, { name = 'localhost', plain = false, method = 'GET', headers = {}, body, ca = nginx.authority, keep = false } = {}) {
  const request = (plain ? http : https).request({
    host: '127.0.0.1',
    port: plain ? nginx.plainPort : nginx.tlsPort,
    path,
    method,
    headers: { Host: name, ...headers },
    agent: false,
    ...(plain ? {} : { servername: name, ca, rejectUnauthorized: ca !== undefined }),
  })
  request.end(body)
  const [response] = await once(request, 'response', { signal: AbortSignal.timeout(15_000) })
  const answer = { status: response.statusCode, headers: response.headers, certificate: response.socket.getPeerCertificate?.(), response, request }
  if (keep) return answer
  const chunks = []
  for await (const chunk of response) chunks.push(chunk)
  answer.bytes = Buffer.concat(chunks)
  answer.text = answer.bytes.toString()
  answer.json = /json/.test(response.headers['content-type'] ?? '') ? JSON.parse(answer.text) : undefined
  return answer
}

/** A WebSocket, as far as these tests need one. */
export async function openSocket(nginx, path, { name = 'localhost', plain = false, headers = {}, ca = nginx.authority } = {}) {
  const request = (plain ? http : https).request({
    host: '127.0.0.1',
    port: plain ? nginx.plainPort : nginx.tlsPort,
    path,
    agent: false,
    headers: {
      Host: name,
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      ...headers,
    },
    ...(plain ? {} : { servername: name, ca, rejectUnauthorized: ca !== undefined }),
  })
  request.end()
  const outcome = await Promise.race([once(request, 'upgrade'), once(request, 'response')])
  if (outcome.length === 1) {
    const chunks = []
    for await (const chunk of outcome[0]) chunks.push(chunk)
    return { status: outcome[0].statusCode, headers: outcome[0].headers, text: Buffer.concat(chunks).toString() }
  }
  const [response, socket] = outcome
  socket.on('error', () => {})
  return {
    status: response.statusCode,
    saw: JSON.parse(response.headers['x-saw']),
    async says(text) {
      const payload = Buffer.from(text)
      socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]))
      const [frame] = await once(socket, 'data', { signal: AbortSignal.timeout(15_000) })
      return frame.subarray(2).toString()
    },
    close: () => socket.destroy(),
  }
}

/** A certificate signed by itself, written into a volume in a container, as an operator would bring it. */
export function makePair(stage, volume, names, { days = 90, keyFrom } = {}) {
  const san = names.map((it) => `DNS:${it}`).join(',')
  docker(
    ...['run', '--rm', '--user=0', '--entrypoint=sh', '-v', `${volume}:/pair`, NGINX, '-ec'],
    `cd /pair
    openssl req -x509 -newkey rsa:2048 -nodes -keyout new.pem -out fullchain.new -days ${days} -subj /CN=${names[0]} -addext subjectAltName=${san} 2>/dev/null
    ${keyFrom === 'another' ? 'openssl genrsa -out new.pem 2048 2>/dev/null' : ''}
    chown 101:101 . new.pem fullchain.new && mv new.pem privkey.pem && mv fullchain.new fullchain.pem`,
  )
}
