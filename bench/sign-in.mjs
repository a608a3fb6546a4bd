// What signing in and staying in cost, through the gateway of a running product whose people come from the stand-in.
// Arguments: the product's address, such as http://localhost:8080. Its limits for sign-ins and refreshes must be out of the way.
import http from 'node:http'
import os from 'node:os'

const site = new URL(process.argv[2])
const WARM_UP = 3_000
const MEASURED = 10_000
const SIGNING_IN = 4
const REFRESHING = 8
const OUR_PAGE = { Origin: site.origin, 'X-Requested-With': 'sarangbang' }

/** Somebody's browser: a connection that is kept, and the cookies that it was given. */
class Browser {
  #agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  #cookies = new Map()

  constructor(name) {
    this.name = name
  }

  /** Answers status, location and how many milliseconds the whole answer took. */
  send(method, address, headers = {}, body = '') {
    const url = new URL(address, site)
    const options = { method, agent: this.#agent, headers: { Host: url.host, Cookie: this.#cookie(url), ...headers } }
    // The name may stand for an IPv6 address too, where nobody listens.
    const target = { ...options, host: url.hostname === 'localhost' ? '127.0.0.1' : url.hostname, port: url.port }
    return new Promise((resolve, reject) => {
      const began = performance.now()
      const request = http.request({ ...target, path: url.pathname + url.search }, (answer) => {
        answer.resume()
        answer.on('error', reject)
        answer.on('end', () => {
          this.#keep(answer.headers['set-cookie'] ?? [])
          const { statusCode: status, headers } = answer
          resolve({ status, location: headers.location, took: performance.now() - began })
        })
      })
      request.on('error', reject)
      request.end(body)
    })
  }

  /** The whole way from our page over the provider's and back; how long our part after coming back took. */
  async signIn() {
    const start = expect(await this.send('GET', '/api/auth/sign-in/kakao?returnTo=/'), 302)
    const consent = new URLSearchParams({ name: this.name, email: '', decision: 'consent', share: 'profile_nickname' })
    const form = { Origin: site.origin, 'Content-Type': 'application/x-www-form-urlencoded' }
    const back = expect(await this.send('POST', start.location, form, `${consent}`), 302, 303)
    const end = expect(await this.send('GET', back.location), 302, 303)
    if (end.location.startsWith('/sign-in')) throw new Error(`the sign-in failed: ${end.location}`)
    if (end.location.startsWith('/welcome')) expect(await this.send('POST', '/api/auth/accounts', OUR_PAGE), 204)
    return end.took
  }

  async refresh() {
    return expect(await this.send('POST', '/api/auth/refresh', OUR_PAGE), 204).took
  }

  leave() {
    this.#agent.destroy()
  }

  #cookie(url) {
    const sent = [...this.#cookies.values()].filter((it) => url.pathname.startsWith(it.path))
    return sent.map((it) => it.pair).join('; ')
  }

  #keep(headers) {
    for (const header of headers) {
      const [pair, ...attributes] = header.split(/;\s*/)
      const of = (name) => attributes.find((it) => it.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1)
      const name = pair.slice(0, pair.indexOf('='))
      if (of('max-age') === '0') this.#cookies.delete(name)
      else this.#cookies.set(name, { pair, path: of('path') ?? '/' })
    }
  }
}

function expect(answer, ...statuses) {
  if (!statuses.includes(answer.status)) throw new Error(`answered ${answer.status}, not ${statuses.join(' or ')}`)
  return answer
}

/** Has all browsers do it again and again, each one after the other; how long each time took once it was warm. */
async function again(browsers, turn) {
  const took = []
  const from = performance.now() + WARM_UP
  const until = from + MEASURED
  await Promise.all(
    browsers.map(async (it) => {
      while (performance.now() < until) {
        const began = performance.now()
        const time = await turn(it)
        if (began >= from && performance.now() <= until) took.push(time)
      }
    }),
  )
  return took.sort((a, b) => a - b)
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]

function report(title, took, shares) {
  const times = shares.map((it) => `p${it} ${percentile(took, it / 100).toFixed(1)} ms`).join(', ')
  console.log(`${title}: ${(took.length / (MEASURED / 1000)).toFixed(0)}/s, ${times} (${took.length} in ${MEASURED / 1000} s)`)
}

async function arrive(count) {
  const browsers = Array.from({ length: count }, (_, i) => new Browser(`측정 ${i + 1}`))
  for (const it of browsers) await it.signIn() // makes the account, so that later ones find one
  return browsers
}

const load = os.loadavg()[0].toFixed(1)
console.log(`${os.availableParallelism()} cores shared by the services and the browsers; load ${load} before it began`)
const comers = await arrive(SIGNING_IN)
const callbacks = await again(comers, (it) => it.signIn())
report(`sign-in callbacks, ${SIGNING_IN} browsers signing in over and over`, callbacks, [50, 95, 99])
comers.forEach((it) => it.leave())

const stayers = await arrive(REFRESHING)
const refreshes = await again(stayers, (it) => it.refresh())
report(`refreshes, ${REFRESHING} browsers`, refreshes, [50, 99])
stayers.forEach((it) => it.leave())
