export { default as ActivityNotices } from './ActivityNotices.vue'
export { default as ActivityPanel } from './ActivityPanel.vue'
