export { default as CheckLink } from './CheckLink.vue'
