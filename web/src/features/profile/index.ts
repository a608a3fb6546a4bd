export { useProfile } from './useProfile'
export { default as ProfileMenu } from './ProfileMenu.vue'
