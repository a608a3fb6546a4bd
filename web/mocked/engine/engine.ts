import type { CallEngine, EngineEvents, LinkHealth, RemotePerson } from '../../src/features/call/engine'
export { OpenViduTestCall } from './testCall'

const names = [
  '이하늘',
  '박지우',
  'Minji Alexandra Featherstonehaugh',
  '최가온',
  '정다온',
  '한별',
  '오로라',
  '윤슬',
  '강산',
  '서아',
  '도윤',
]
const tones = ['#5d7a6c', '#8a6d4f', '#5e6f86', '#7d6480', '#6f7a4e', '#84605b']

/** A call without a media server: people are painted on canvases. `?people=7&screen=1` on the page's address. */
export class OpenViduEngine implements CallEngine {
  private readonly query = new URLSearchParams(location.search)
  private readonly pictures = new Map<string, MediaStream>()
  private readonly timers: ReturnType<typeof setInterval>[] = []
  private readonly people = names.slice(0, Number(this.query.get('people') ?? 3)).map(person)

  constructor(private readonly events: EngineEvents) {
    Object.assign(window, { mockedCall: events })
  }

  async connect(): Promise<string> {
    for (const person of this.people) {
      this.pictures.set(person.connectionId, this.paint(person))
      this.events.changed(person)
    }
    if (this.query.has('screen')) this.events.signal('state', '{"screen":true}', 'con_2')
    return 'con_1'
  }

  async send(): Promise<void> {}

  attach(connectionId: string, video: HTMLVideoElement): void {
    video.srcObject = this.pictures.get(connectionId) ?? null
  }

  level(connectionId: string): number {
    return connectionId === 'con_3' ? 0.2 : 0
  }

  health(): LinkHealth {
    return 'good'
  }

  signal(): void {}

  close(): void {
    this.timers.forEach((it) => clearInterval(it))
  }

  private paint(person: RemotePerson): MediaStream {
    const canvas = document.createElement('canvas')
    const screen = this.query.has('screen') && person.connectionId === 'con_2'
    canvas.width = screen ? 1600 : 640
    canvas.height = screen ? 1000 : 360
    const draw = () => (screen ? drawScreen(canvas) : drawFace(canvas, person))
    draw()
    this.timers.push(setInterval(draw, 200))
    return canvas.captureStream(5)
  }
}

function person(displayName: string, index: number): RemotePerson {
  const n = index + 2
  const streamId = `str_${n}`
  return {
    connectionId: `con_${n}`,
    seatId: `seat-${n}`,
    accountId: `account-${n}`,
    displayName,
    streamId,
    audioOn: n !== 4,
    videoOn: n !== 5,
  }
}

function drawFace(canvas: HTMLCanvasElement, { connectionId }: RemotePerson): void {
  const pen = canvas.getContext('2d')!
  const tone = tones[Number(connectionId.slice(4)) % tones.length]!
  pen.fillStyle = tone
  pen.fillRect(0, 0, 640, 360)
  pen.fillStyle = 'rgb(255 255 255 / 0.12)'
  pen.fillRect(420, 0, 160, 360)
  pen.fillStyle = '#2b2620'
  pen.beginPath()
  pen.ellipse(320, 400, 150, 130, 0, 0, Math.PI * 2)
  pen.fill()
  pen.fillStyle = '#e2c4a4'
  pen.beginPath()
  pen.ellipse(320, 190 + Math.sin(Date.now() / 700) * 3, 70, 86, 0, 0, Math.PI * 2)
  pen.fill()
  pen.fillStyle = '#2b2620'
  pen.beginPath()
  pen.ellipse(320, 130, 78, 52, 0, Math.PI, 0)
  pen.fill()
}

function drawScreen(canvas: HTMLCanvasElement): void {
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#fbfaf7'
  pen.fillRect(0, 0, 1600, 1000)
  pen.fillStyle = '#26231d'
  pen.font = 'bold 64px sans-serif'
  pen.fillText('분기 보고: 세 가지 약속', 120, 180)
  pen.font = '36px sans-serif'
  for (const [index, text] of [
    '배포해도 통화가 끊기지 않는다',
    '안 되면 왜 안 되는지 말한다',
    '작은 기계 한 대면 충분하다',
  ].entries())
    pen.fillText(`${index + 1}. ${text}`, 150, 300 + index * 90)
  pen.fillStyle = '#2b755f'
  for (let n = 0; n < 8; n++) pen.fillRect(150 + n * 160, 900 - n * 38, 100, n * 38 + 20)
}
