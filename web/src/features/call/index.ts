export {
  openTestCall,
  type Candidate,
  type Pair,
  type Sent,
  type Signalling,
  type TestCall,
  type Way,
} from './testCall'
