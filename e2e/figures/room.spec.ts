import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { flow } from '../media.ts'
import { Person, test } from '../people.ts'

const PEOPLE = 6
const SECONDS = 120
const port = Number(process.env.E2E_PORT ?? '18080')
const home = process.env.SARANGBANG_HOME ?? `${import.meta.dirname}/../../.sarangbang/e2e`

/** What the media server has counted, and what its process has used so far. */
async function server() {
  const { media } = await (await fetch(`http://127.0.0.1:${port + 5}/health`)).json()
  const pid = readFileSync(`${home}/run/pids`, 'utf8').match(/media=(\d+)/)![1]
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  const ticks = Number(execFileSync('getconf', ['CLK_TCK']))
  const rss = Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)![1]) / 1024
  return { media, cpuSeconds: (Number(stat[11]) + Number(stat[12])) / ticks, rss }
}

// Small pictures: six encoders and thirty decoders share the cores with the server that is measured.
const SMALL_PICTURES = `
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = (wanted) =>
    ask(wanted.video ? { ...wanted, video: { width: 160, height: 120, frameRate: 10 } } : wanted)
`

test(`${PEOPLE} people in a room for ${SECONDS} s`, async ({ browser }) => {
  test.setTimeout(600_000)
  const people: Person[] = []
  let link = ''
  for (let n = 0; n < PEOPLE; n++) {
    const [name, provider] = (
      [
        ['서연', '카카오'],
        ['도윤', '네이버'],
        ['민준', '카카오'],
        ['하은', '네이버'],
        ['지우', '카카오'],
        ['예준', '네이버'],
      ] as const
    )[n]
    const person = await Person.arrives(browser, name)
    await person.page.addInitScript(SMALL_PICTURES)
    if (link) await person.opens(link)
    await person.signsIn(provider)
    link ||= await person.makesARoom('여섯의 방')
    await person.joins()
    people.push(person)
  }
  for (const it of people) await it.decodesFrom(PEOPLE - 1)

  const before = await server()
  const frames = (await Promise.all(people.map((it) => flow(it.page))))
    .flat()
    .reduce((sum, it) => sum + it.framesDecoded, 0)
  const began = performance.now()
  await people[0].page.waitForFunction(
    (until) => performance.now() > until,
    await people[0].page.evaluate((s) => performance.now() + s * 1000, SECONDS),
    { timeout: (SECONDS + 60) * 1000 },
  )
  const seconds = (performance.now() - began) / 1000
  const after = await server()
  const all = (await Promise.all(people.map((it) => flow(it.page)))).flat()
  const decoded = all.reduce((sum, it) => sum + it.framesDecoded, 0) - frames

  console.log(
    `${PEOPLE} people, ${seconds.toFixed(0)} s: ${after.media.packetsIn - before.media.packetsIn} packets in, ` +
      `${after.media.packetsOut - before.media.packetsOut} out, ${after.media.lost - before.media.lost} lost at the server, ` +
      `${after.media.dropped - before.media.dropped} dropped; media server ${((100 * (after.cpuSeconds - before.cpuSeconds)) / seconds).toFixed(1)} % of a core, ` +
      `${after.rss.toFixed(0)} MB; ${all.length} streams decoded ${(decoded / seconds / all.length).toFixed(1)} frames/s each`,
  )
  for (const it of people) await it.decodesFrom(PEOPLE - 1)
})
