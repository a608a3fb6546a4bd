const WIDTH = 320
const HEIGHT = 180
const FRAMES_PER_SECOND = 15

/** A moving picture and a tone that nobody hears here: a test must not need a camera, and shows nothing of anybody. */
export class TestPicture {
  readonly video: MediaStreamTrack
  readonly audio: MediaStreamTrack
  private readonly sound = new AudioContext()
  private readonly timer: ReturnType<typeof setInterval>

  constructor() {
    const canvas = document.createElement('canvas')
    canvas.width = WIDTH
    canvas.height = HEIGHT
    const pencil = canvas.getContext('2d')!
    let frame = 0
    paint(pencil, frame)
    this.timer = setInterval(() => paint(pencil, ++frame), 1000 / FRAMES_PER_SECOND)
    this.video = canvas.captureStream(FRAMES_PER_SECOND).getVideoTracks()[0]!
    this.video.contentHint = 'motion'
    this.audio = tone(this.sound)
  }

  stop(): void {
    clearInterval(this.timer)
    this.video.stop()
    this.audio.stop()
    void this.sound.close().catch(() => {})
  }
}

function paint(pencil: CanvasRenderingContext2D, frame: number): void {
  pencil.fillStyle = '#f6f1e7'
  pencil.fillRect(0, 0, WIDTH, HEIGHT)
  pencil.fillStyle = '#2b755f'
  pencil.beginPath()
  pencil.arc(((frame * 9) % (WIDTH + 80)) - 40, HEIGHT / 2 + Math.sin(frame / 6) * 50, 32, 0, Math.PI * 2)
  pencil.fill()
}

function tone(sound: AudioContext): MediaStreamTrack {
  const oscillator = sound.createOscillator()
  const volume = sound.createGain()
  const out = sound.createMediaStreamDestination()
  volume.gain.value = 0.05
  oscillator.connect(volume).connect(out)
  oscillator.start()
  return out.stream.getAudioTracks()[0]!
}
