export { networkWords } from './networkWords'
export { default as SessionsPanel } from './SessionsPanel.vue'
