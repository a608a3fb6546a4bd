// Plays what stands behind nginx, in a container: a gateway, a media server and, over UDP, somebody to be relayed to.
import { createHash } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'

const started = Date.now()
const server = createServer((request, response) => {
  const path = request.url.split('?')[0]
  if (path === '/api/broken') return void request.socket.destroy()
  if (path === '/api/refused') {
    response.writeHead(409, { 'Content-Type': 'application/problem+json' })
    return void response.end('{"type":"/problems/room-full"}')
  }
  if (path === '/api/events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    response.write('data: first\n\n')
    return // the stream stays open until the reader goes
  }
  if (path === '/api/download') {
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' })
    const parts = setInterval(() => response.write('part\n'), 50)
    return void response.on('close', () => clearInterval(parts))
  }
  let read = 0
  request.on('data', (chunk) => (read += chunk.length))
  request.on('end', () => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify({ url: request.url, method: request.method, headers: request.headers, read, started }))
  })
})

// Echoes single short text frames; tells in the handshake what it saw.
server.on('upgrade', (request, socket) => {
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
  socket.write(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      `Sec-WebSocket-Accept: ${accept.digest('base64')}\r\n` +
      `X-Saw: ${JSON.stringify({ url: request.url, realIp: request.headers['x-real-ip'] })}\r\n\r\n`,
  )
  socket.on('data', (frame) => {
    const length = frame[1] & 127
    const text = Buffer.from(frame.subarray(6, 6 + length).map((byte, at) => byte ^ frame[2 + (at % 4)]))
    socket.write(Buffer.concat([Buffer.from([0x81, length]), text]))
  })
  socket.on('error', () => {})
})
server.listen(8080)

const peer = createSocket('udp4')
peer.on('message', (message, from) => peer.send(message, from.port, from.address))
peer.bind(40000)
