export { Problem } from './problem'
export { useProblemText } from './problemText'
export { default as ProblemNotice } from './ProblemNotice.vue'
export { default as ProblemPage } from './ProblemPage.vue'
