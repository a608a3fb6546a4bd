export { useLocalMedia, type LocalMedia } from './useLocalMedia'
export { useLevel } from './useLevel'
export { captureScreen } from './capture'
export {
  deviceTrouble,
  troubleBeforeAsking,
  troubleOfBoth,
  type DeviceKind,
  type DeviceTrouble,
} from './deviceTrouble'
export { tryCapture } from './tryCapture'
export { default as DeviceChoosers } from './DeviceChoosers.vue'
export { default as DevicePreview } from './DevicePreview.vue'
export { default as DeviceTroubles } from './DeviceTroubles.vue'
export { default as DeviceTroubleNotice } from './DeviceTroubleNotice.vue'
