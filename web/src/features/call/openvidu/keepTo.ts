/** Has a connection hear of the other side's addresses over one protocol only, so that it can take no other way. */
export function keepTo(connection: RTCPeerConnection, protocol: 'udp' | 'tcp'): void {
  const setRemote = connection.setRemoteDescription.bind(connection)
  const add = connection.addIceCandidate.bind(connection)
  connection.setRemoteDescription = (description: RTCSessionDescriptionInit) =>
    setRemote({ type: description.type, sdp: onlyOver(protocol, description.sdp ?? '') })
  connection.addIceCandidate = async (candidate?: RTCIceCandidateInit | null) => {
    const line = candidate?.candidate
    if (!line || protocolOf(line) === protocol) await add(candidate ?? undefined)
  }
}

export function onlyOver(protocol: 'udp' | 'tcp', sdp: string): string {
  const lines = sdp.split('\r\n')
  return lines.filter((it) => !it.startsWith('a=candidate:') || protocolOf(it) === protocol).join('\r\n')
}

// candidate:<foundation> <component> <protocol> …
const protocolOf = (line: string) => line.split(' ')[2]?.toLowerCase()
