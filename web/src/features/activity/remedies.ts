import type { Notice } from '@/features/session'

/** Where on the account page somebody looks whom a notice surprises. */
export const remedies: Record<Notice['kind'], { section: string; label: 'devices' | 'identities' | 'keys' }> =
  {
    'refresh-token-reused': { section: 'devices', label: 'devices' },
    'identity-linked': { section: 'identities', label: 'identities' },
    'identity-unlinked': { section: 'devices', label: 'devices' },
    'identity-disconnected': { section: 'identities', label: 'identities' },
    'api-key-made': { section: 'keys', label: 'keys' },
  }
