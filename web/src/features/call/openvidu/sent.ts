import type { Candidate, Pair, Sent } from '../testCall'

type Stat = Record<string, unknown> & { id: string; type: string }

/** What a connection's statistics, and what it was answered, say about a stream that went to the media server and back. */
export function sentOf(stats: Iterable<Stat>, answer = ''): Sent {
  const all = [...stats]
  const ofType = (type: string) => all.filter((it) => it.type === type)
  const chosen = chosenPair(all)
  return {
    connected: chosen !== undefined,
    frames: Number(ofType('inbound-rtp').find((it) => it.kind === 'video')?.framesDecoded ?? 0),
    offered: candidatesIn(answer),
    pair: chosen && pairOf(chosen, all),
    roundTripMs: seconds(chosen?.currentRoundTripTime),
    lossPercent: lossOf(ofType('inbound-rtp'), ofType('remote-inbound-rtp')),
  }
}

/** From the description, which keeps them all; statistics leave out those that the browser never tried. */
function candidatesIn(sdp: string): Candidate[] {
  const lines = sdp.matchAll(/^a=candidate:\S+ \d+ (udp|tcp) \d+ (\S+) /gim)
  const all = [...lines].map(([, protocol, address]) => [protocol!.toLowerCase(), address!].join(' '))
  return [...new Set(all)].map((it) => {
    const [protocol, address] = it.split(' ') as [Candidate['protocol'], string]
    return { address, protocol }
  })
}

/** Firefox marks the pair itself; the others name it in the transport. */
function chosenPair(all: Stat[]): Stat | undefined {
  const named = all.find((it) => it.type === 'transport')?.selectedCandidatePairId
  const pairs = all.filter((it) => it.type === 'candidate-pair' && it.state === 'succeeded')
  return (
    pairs.find((it) => it.id === named) ?? pairs.find((it) => it.selected === true || it.nominated === true)
  )
}

function pairOf(pair: Stat, all: Stat[]): Pair {
  const local = all.find((it) => it.id === pair.localCandidateId)
  const remote = all.find((it) => it.id === pair.remoteCandidateId)
  return {
    protocol: protocolOf(remote),
    relay: local?.candidateType === 'relay' ? ((local.relayProtocol as Pair['relay']) ?? 'udp') : undefined,
    localAddress: addressOf(local),
    remoteAddress: addressOf(remote),
  }
}

const protocolOf = (stat: Stat | undefined) => (stat?.protocol === 'tcp' ? 'tcp' : 'udp')
const addressOf = (stat: Stat | undefined) => (stat?.address ?? stat?.ip) as string | undefined
const seconds = (value: unknown) => (typeof value === 'number' ? value * 1000 : undefined)

/** The worse of the two directions, in percent. */
function lossOf(received: Stat[], reported: Stat[]): number | undefined {
  const lost = sum(received, 'packetsLost')
  const total = lost + sum(received, 'packetsReceived')
  const here = total > 0 ? Math.max(lost, 0) / total : undefined
  const there = reported.map((it) => Number(it.fractionLost ?? 0))
  return here === undefined ? undefined : Math.max(here, ...there) * 100
}

const sum = (stats: Stat[], name: string) => stats.reduce((total, it) => total + Number(it[name] ?? 0), 0)
