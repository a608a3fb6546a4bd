export { inAppBrowser } from './inAppBrowser'
export { useInapp } from './useInapp'
export { default as InappNotice } from './InappNotice.vue'
export { default as InappPage } from './InappPage.vue'
