export const problem = (type, status, more = {}) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: `/problems/${type}`, status, requestId: '7f3a9c11', ...more }),
})

export const answer = (page, path, reply) => page.route(path, (route) => route.fulfill(reply))
export const signedOut = (page) =>
  answer(page, '**/api/auth/session', { json: { signedIn: false, refreshable: false } })
