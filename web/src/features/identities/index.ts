export { default as IdentityPanel } from './IdentityPanel.vue'
