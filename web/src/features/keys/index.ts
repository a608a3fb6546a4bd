export { default as KeyPanel } from './KeyPanel.vue'
