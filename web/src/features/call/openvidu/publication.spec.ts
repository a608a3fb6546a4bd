import { describe, expect, it } from 'vitest'
import { healthOf } from './Outbound'
import { describe as tell, signallingUrl, within } from './knock'
import { publicationStep } from './publication'

const track = {} as MediaStreamTrack

describe('what is sent', () => {
  it.each([
    ['listening only', undefined, {}, 'nothing'],
    ['the first microphone', undefined, { audio: track }, 'publish'],
    [
      'a camera added to a voice',
      { hasAudio: true, hasVideo: false },
      { audio: track, video: track },
      'republish',
    ],
    [
      'a voice added to a screen',
      { hasAudio: false, hasVideo: true },
      { audio: track, video: track },
      'republish',
    ],
    ['a camera turned off', { hasAudio: true, hasVideo: true }, { audio: track }, 'adjust'],
    ['everything turned off', { hasAudio: true, hasVideo: true }, {}, 'adjust'],
    [
      'a screen instead of the camera',
      { hasAudio: true, hasVideo: true },
      { audio: track, video: track },
      'adjust',
    ],
  ] as const)('%s', (_, current, wanted, step) => {
    expect(publicationStep(current, wanted)).toBe(step)
  })
})

describe('the way to the media server', () => {
  it('is where the library will go', () => {
    const token = 'wss://media.example.kr:4443?sessionId=ses_AbC&token=tok_x'
    expect(signallingUrl(token)).toBe('wss://media.example.kr:4443/openvidu?sessionId=ses_AbC')
    expect(signallingUrl('ws://localhost:8080?sessionId=kfm-wqtz-hbp&token=t')).toBe(
      'ws://localhost:8080/openvidu?sessionId=kfm-wqtz-hbp',
    )
  })

  it('does not wait for ever', async () => {
    await expect(within(10, new Promise(() => {}))).rejects.toThrow('No answer')
    await expect(within(1000, Promise.resolve(7))).resolves.toBe(7)
  })

  it('says what the server said', () => {
    expect(tell(new Error('gone'))).toBe('gone')
    expect(tell({ code: 401, message: 'Unauthorized' })).toBe('401 Unauthorized')
    expect(tell(undefined)).toBe('undefined')
  })
})

it.each([
  ['connected', 'good'],
  ['completed', 'good'],
  ['checking', 'trying'],
  ['disconnected', 'trying'],
  ['failed', 'failed'],
])('a link that is %s is %s', (iceConnectionState, health) => {
  expect(healthOf({ iceConnectionState } as RTCPeerConnection)).toBe(health)
})

it('a link that does not exist has nothing wrong with it', () => {
  expect(healthOf(undefined)).toBe('good')
})
