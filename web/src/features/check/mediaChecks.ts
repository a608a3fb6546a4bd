import type { Candidate, Sent } from '@/features/call'
import { reachOf } from './addresses'
import { relayWay, type Facts, type Relay, type RelayWay } from './facts'
import { absent, broken, fine, unmeasured, warning, type Cause, type Outcome, type Values } from './findings'

/** Above these a conversation stumbles, whatever the picture looks like. */
const MOST_LOSS = 5
const LONGEST_ROUND_TRIP = 400

export function media(facts: Facts): Outcome | undefined {
  const sent = facts.media
  if (!sent) return undefined
  if (sent.refused) return broken('publish-refused', { said: sent.refused })
  if (!sent.connected) return broken(whyClosed(facts, sent.offered, 'udp'))
  if (!sent.frames) return broken('media-not-returned')
  const values = valuesOf(sent)
  if ((sent.lossPercent ?? 0) > MOST_LOSS) return warning('line-lossy', values)
  if ((sent.roundTripMs ?? 0) > LONGEST_ROUND_TRIP) return warning('line-slow', values)
  return fine(values)
}

export const directUdp = (facts: Facts) => direct(facts, 'udp')
export const directTcp = (facts: Facts) => direct(facts, 'tcp')

function direct(facts: Facts, protocol: 'udp' | 'tcp'): Outcome | undefined {
  const sent = facts[`direct-${protocol}`]
  if (!sent) return undefined
  const offered = sent.offered.filter((it) => it.protocol === protocol)
  if (sent.connected && sent.pair?.protocol !== protocol) return unmeasured('other-way-taken')
  if (sent.connected) return sent.frames ? fine(valuesOf(sent)) : closed(facts, 'media-not-returned')
  if (sent.refused) return closed(facts, 'publish-refused', { said: sent.refused })
  return offered.length ? closed(facts, whyClosed(facts, offered, protocol)) : absent()
}

export function turn(facts: Facts, way: RelayWay): Outcome | undefined {
  const relays = facts.relays?.filter((it) => it.way === way)
  if (!relays) return undefined
  if (!relays.length) return absent(way === 'turn-tls' ? 'turn-over-443-missing' : undefined)
  if (relays.some((it) => it.address)) return fine()
  if (relays.some(isUnauthorised)) return closed(facts, 'turn-wrong-secret')
  return closed(facts, sameAsDirect(facts, way) ?? `${way}-closed`)
}

/** A whole stream through a relay, as it is for people whose network lets nothing else out. */
export function relayed(facts: Facts): Outcome | undefined {
  if (!facts.relays) return undefined
  if (!facts.join?.servers.some(relayWay)) return absent()
  const failed = facts.relays.find((it) => !it.address)
  if (failed && !facts.relays.some((it) => it.address)) {
    const outcome = turn(facts, failed.way)
    return unmeasured(outcome?.cause ?? 'too-late')
  }
  const sent = facts.relayed
  if (!sent) return undefined
  if (sent.frames) return fine(valuesOf(sent))
  // What keeps everybody from the media server keeps the relay from it too.
  return closed(
    facts,
    works(facts) ? 'turn-cannot-reach-media' : (media(facts)?.cause ?? 'turn-cannot-reach-media'),
  )
}

/** One closed way is the cause of a failure only where no other way is open. */
function closed(facts: Facts, cause: Cause, values?: Values): Outcome {
  return works(facts) ? warning(cause, values) : broken(cause, values)
}

function works(facts: Facts): boolean {
  return [facts.media, facts['direct-udp'], facts['direct-tcp'], facts.relayed].some((it) => it?.frames)
}

function whyClosed(facts: Facts, offered: Candidate[], protocol: 'udp' | 'tcp'): Cause {
  if (!offered.length) return 'candidates-missing'
  const outside = reachOf(facts.page?.host) === 'public'
  if (outside && offered.every((it) => ['loopback', 'private'].includes(reachOf(it.address))))
    return 'candidates-private'
  return `${protocol}-blocked`
}

/** A network that lets no UDP out keeps a relay's UDP in as well: one cause, not two. */
function sameAsDirect(facts: Facts, way: RelayWay): Cause | undefined {
  if (way === 'turn-tls') return undefined
  const cause = direct(facts, way === 'turn-udp' ? 'udp' : 'tcp')?.cause
  return cause === 'udp-blocked' || cause === 'tcp-blocked' ? cause : undefined
}

// 401: the credentials do not hold; 438 and 441 are the same in other words.
const isUnauthorised = ({ error }: Relay) => error !== undefined && [401, 438, 441].includes(error)

function valuesOf({ pair, roundTripMs, lossPercent }: Sent): Values {
  const values: Values = {}
  if (pair) {
    values.way = pair.relay ? `relay-${pair.relay}` : pair.protocol
    values.reach = reachOf(pair.remoteAddress)
  }
  if (roundTripMs !== undefined) values.ms = Math.round(roundTripMs)
  if (lossPercent !== undefined) values.loss = Math.round(lossPercent * 10) / 10
  return values
}
