export { useConfirmation } from './useConfirmation'
export { useFreshAttempt } from './useFreshAttempt'
export { default as ConfirmationDialog } from './ConfirmationDialog.vue'
