import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useSession } from '@/features/session'
import { Problem } from '@/problems'
import { preparePinia, show, until } from '@/testing/page'
import { ok, refusal, serve } from '@/testing/server'
import { ConfirmationDialog, useConfirmation, useFreshAttempt } from './index'

beforeEach(preparePinia)

describe('what takes a fresh sign-in', () => {
  const stale = () => Promise.reject(new Problem('fresh-sign-in-needed', 401, { maxAge: 600 }))

  it('is done at once while the sign-in is fresh', async () => {
    const { attempt } = useFreshAttempt()
    expect(await attempt('unlink', 'i-1', () => Promise.resolve())).toBe('done')
    expect(useConfirmation().returnTo).toBeUndefined()
  })

  it('leads to the question who this is, and back to the same thing', async () => {
    const { attempt, problem } = useFreshAttempt()
    expect(await attempt('unlink', 'i-1', stale)).toBe('confirming')
    expect(problem.value).toBeUndefined()
    expect(useConfirmation().returnTo).toBe('/account?do=unlink%3Ai-1')
  })

  it('needs no subject', async () => {
    await useFreshAttempt().attempt('delete', '', stale)
    expect(useConfirmation().returnTo).toBe('/account?do=delete')
  })

  it('shows any other refusal where it was asked', async () => {
    const { attempt, problem } = useFreshAttempt()
    const refused = await attempt('unlink', 'i-1', () => Promise.reject(new Problem('last-identity', 409)))
    expect(refused).toBe('refused')
    expect(problem.value?.type).toBe('last-identity')
    expect(useConfirmation().returnTo).toBeUndefined()
  })
})

describe('coming back', () => {
  it('offers the thing once, to whom it concerns', () => {
    const confirmation = useConfirmation()
    confirmation.resume('unlink:i-1')
    expect(confirmation.take('link')).toBeUndefined()
    expect(confirmation.take('unlink')).toBe('i-1')
    expect(confirmation.take('unlink')).toBeUndefined()
  })

  it('knows things without a subject, and subjects with a colon', () => {
    const confirmation = useConfirmation()
    confirmation.resume('delete')
    expect(confirmation.take('delete')).toBe('')
    confirmation.resume('link:a:b')
    expect(confirmation.take('link')).toBe('a:b')
  })

  it.each([undefined, null, ['delete'], '', 'something-else'])('makes nothing of %s', (value) => {
    const confirmation = useConfirmation()
    confirmation.resume(value)
    expect(confirmation.take('delete')).toBeUndefined()
  })
})

describe('the question who this is', () => {
  async function asked(answer: ReturnType<typeof ok>) {
    const server = serve().on('POST /api/auth/confirm/naver', answer)
    useSession().session = { signedIn: true, accountId: 'a', provider: 'naver', expiresAt: '' }
    useConfirmation().askFor('export')
    const page = await show(ConfirmationDialog)
    await until(() => expect(page.text()).toContain('본인인지 확인할게요'))
    return { server, page, assign: vi.spyOn(location, 'assign').mockReturnValue() }
  }

  it('goes to the provider of this session, and comes back to what was asked for', async () => {
    const { server, page, assign } = await asked(ok({ location: 'https://nid.naver.com/oauth2.0/authorize' }))
    page.click('네이버로 확인하기')
    await until(() => expect(assign).toHaveBeenCalledWith('https://nid.naver.com/oauth2.0/authorize'))
    expect(server.bodyOf('POST /api/auth/confirm/naver')).toEqual({ returnTo: '/account?do=export' })
  })

  it('says so where the provider cannot be reached', async () => {
    const { page, assign } = await asked(refusal('provider-unavailable', 503))
    page.click('네이버로 확인하기')
    await until(() => expect(page.text()).toContain('로그인 서비스가 응답하지 않아요'))
    expect(assign).not.toHaveBeenCalled()
  })

  it('may be left unanswered', async () => {
    const { page } = await asked(ok({}))
    page.click('닫기')
    await until(() => expect(page.text()).not.toContain('본인인지 확인할게요'))
    expect(useConfirmation().returnTo).toBeUndefined()
  })
})
