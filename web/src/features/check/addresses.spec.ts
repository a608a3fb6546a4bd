import { expect, it } from 'vitest'
import { cut, reachOf } from './addresses'
import { relayWay } from './facts'

it.each([
  ['127.0.0.1', 'loopback'],
  ['localhost', 'loopback'],
  ['::1', 'loopback'],
  ['[::1]', 'loopback'],
  ['10.0.0.1', 'private'],
  ['172.16.0.1', 'private'],
  ['172.32.0.1', 'public'],
  ['192.168.1.7', 'private'],
  ['169.254.0.9', 'private'],
  ['100.64.0.1', 'private'],
  ['100.128.0.1', 'public'],
  ['fd12::1', 'private'],
  ['fe80::1', 'private'],
  ['2001:db8::1', 'public'],
  ['198.51.100.7', 'public'],
  ['10.example.kr', 'public'],
  ['room.example.kr', 'public'],
  ['b1946ac9-2492.local', 'hidden'],
  ['', 'hidden'],
  [undefined, 'hidden'],
])('%s is %s', (address, reach) => expect(reachOf(address)).toBe(reach))

it.each([
  ['203.0.113.77', '203.0.113.x'],
  ['2001:db8:1:2::3', '2001:db8:1:…'],
  ['b1946ac9-2492.local', undefined],
  [undefined, undefined],
])('%s is told as %s', (address, told) => expect(cut(address)).toBe(told))

it.each([
  ['turn:a:3478', 'turn-udp'],
  ['turn:a:3478?transport=udp', 'turn-udp'],
  ['turn:a:3478?transport=tcp', 'turn-tcp'],
  ['turns:a:443?transport=tcp', 'turn-tls'],
  ['stun:a:3478', undefined],
])('%s is reached as %s', (url, way) => expect(relayWay(url)).toBe(way))
