import type { State } from './findings'

/** Where a step is: not there yet, under way, or judged. */
export type Progress = State | 'waiting' | 'running'
