import type { RelayAnswer } from '../testCall'

const PATIENCE = 6_000

/** Asks each relay for an address of its own, all at once; a STUN server has none to give and is not asked. */
export function askRelays(servers: RTCIceServer[], patience = PATIENCE): Promise<RelayAnswer[]> {
  const relays = servers.flatMap((server) => [server.urls].flat().map((url) => ({ ...server, urls: url })))
  return Promise.all(relays.filter(isRelay).map((it) => askRelay(it, patience)))
}

export const isRelay = ({ urls }: RTCIceServer) => [urls].flat().some((it) => /^turns?:/i.test(it))

function askRelay(server: RTCIceServer & { urls: string }, patience: number): Promise<RelayAnswer> {
  return new Promise((resolve) => {
    const answer: RelayAnswer = { url: server.urls, address: false }
    const connection = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: 'relay' })
    const end = () => {
      clearTimeout(timer)
      connection.close()
      resolve(answer)
    }
    const timer = setTimeout(end, patience)
    connection.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate.includes(' typ relay')) answer.address = true
      if (answer.address || candidate === null) end()
    }
    connection.onicecandidateerror = ({ errorCode }) => {
      answer.error ??= errorCode
    }
    connection.createDataChannel('relay')
    void connection.setLocalDescription().catch(end)
  })
}
