const VIDEO: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 24, max: 30 },
}
const AUDIO: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

export interface Captured {
  video?: MediaStreamTrack
  audio?: MediaStreamTrack
}

export async function captureCamera(deviceId: string, exact: boolean): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: videoOf(deviceId, exact) })
  return moving(stream.getVideoTracks()[0]!)
}

export async function captureMicrophone(deviceId: string, exact: boolean): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: audioOf(deviceId, exact) })
  return stream.getAudioTracks()[0]!
}

/** Both at once, so that the browser asks once. A remembered device may be unplugged today: then any other will do. */
export async function captureBoth(cameraId: string, microphoneId: string): Promise<Captured> {
  const constraints = { video: videoOf(cameraId, false), audio: audioOf(microphoneId, false) }
  const stream = await navigator.mediaDevices.getUserMedia(constraints)
  return { video: moving(stream.getVideoTracks()[0]!), audio: stream.getAudioTracks()[0] }
}

export async function captureScreen(): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getDisplayMedia({
    video: { frameRate: { max: 15 } },
    audio: false,
  })
  const track = stream.getVideoTracks()[0]!
  // Text must stay sharp even where that costs frames.
  track.contentHint = 'detail'
  return track
}

// Faces move: frames matter more than sharpness.
function moving(track: MediaStreamTrack): MediaStreamTrack {
  track.contentHint = 'motion'
  return track
}

function videoOf(deviceId: string, exact: boolean): MediaTrackConstraints {
  return deviceId ? { ...VIDEO, deviceId: wanted(deviceId, exact) } : VIDEO
}

function audioOf(deviceId: string, exact: boolean): MediaTrackConstraints {
  return deviceId ? { ...AUDIO, deviceId: wanted(deviceId, exact) } : AUDIO
}

function wanted(deviceId: string, exact: boolean): ConstrainDOMString {
  return exact ? { exact: deviceId } : { ideal: deviceId }
}
