export { useChat, type Chat } from './useChat'
export { default as ChatPanel } from './ChatPanel.vue'
