import { statSync, truncateSync, copyFileSync, existsSync } from 'node:fs'
import { expect } from '@playwright/test'
import { Person, test } from '../people.ts'
import { Installation } from './installation.ts'

const origin = `https://localhost:${Installation.ports().HTTPS_PORT}`
const askUsers =
  'MYSQL_PWD=$(cat /secrets/mysql/MYSQL_ROOT_PASSWORD) mysql --user=root --skip-column-names --execute "$0" users'
const here = new Installation('sarangbang-kept')
const elsewhere = new Installation('sarangbang-restored')

test.describe.configure({ mode: 'serial' })

test.afterAll(async () => {
  await here.ends()
  await elsewhere.ends()
})

test('a call goes on during a backup, and an empty machine has everything again', async () => {
  here.settings({ ...Installation.ports(), PUBLIC_URL: origin })
  await here.starts()
  const browser = await here.browser()
  const host = await Person.arrives(browser, '서연', { baseURL: origin, locale: 'ko-KR' })
  await host.signsIn('카카오')
  const link = await host.makesARoom('간직할 모임')
  await host.joins()
  const guest = await Person.arrives(browser, '도윤', { baseURL: origin, locale: 'ko-KR' })
  await guest.opens(link)
  await guest.signsIn('네이버')
  await guest.joins()
  await host.decodesFrom(1)
  await guest.decodesFrom(1)
  await host.says('백업 전에 한 말')
  await guest.reads('백업 전에 한 말')
  const accounts = [(await host.asks('GET', '/api/users/me')).body, (await guest.asks('GET', '/api/users/me')).body]

  const starting = await here.starting()
  const answers = await host.asksAllTheTime('/api/users/me')
  const connections = () => Promise.all([host, guest].map((it) => it.page.evaluate('window.connections.length')))
  const before = await connections()
  let running = true
  const backup = here.runs('bin/backup').finally(() => (running = false))
  do {
    await guest.decodesFrom(1)
    await host.decodesFrom(1)
  } while (running)
  const archive = await backup
  expect(await here.starting()).toBe(starting)
  expect(await connections()).toEqual(before)
  const told = await answers()
  expect(told.asked).toBeGreaterThan(10)
  expect(told.refused).toEqual([])
  expect(statSync(archive).mode & 0o777).toBe(0o600)

  await host.says('백업 뒤에 한 말')
  await guest.reads('백업 뒤에 한 말')
  await browser.close()
  expect(await here.refuses('bin/restore', archive)).toContain('here is an installation already')
  await here.ends()

  // Told by the manifest alone, as a file of next year would tell it.
  const newer = `${here.folder}/newer.tar`
  copyFileSync(archive, newer)
  await here.runs(
    'bash',
    '-c',
    'tar -xOf "$0" MANIFEST | sed "s/^schema rooms .*/schema rooms 999/" >MANIFEST && tar --delete -f "$0" MANIFEST && tar -rf "$0" MANIFEST',
    newer,
  )
  expect(await elsewhere.refuses('bin/restore', newer)).toContain('made by a newer version')

  const broken = `${here.folder}/broken.tar`
  copyFileSync(archive, broken)
  truncateSync(broken, Math.floor(statSync(archive).size / 2))
  expect(await elsewhere.refuses('bin/restore', broken)).toContain('Nothing was changed')
  expect(existsSync(`${elsewhere.folder}/.env`)).toBe(false)
  expect(await elsewhere.runs('docker', 'volume', 'ls', '-q', '--filter', `name=${elsewhere.name}_`)).toBe('')

  await elsewhere.runs('bin/restore', archive)
  const later = await elsewhere.browser()
  const again = await Person.arrives(later, '서연', { baseURL: origin, locale: 'ko-KR' })
  await again.signsIn('카카오')
  expect((await again.asks('GET', '/api/users/me')).body).toEqual(accounts[0])
  await again.opens('/')
  await again.page.getByRole('link', { name: '간직할 모임 들어가기' }).first().click()
  await expect(again.page).toHaveURL(link)
  await again.joins()
  const friend = await Person.arrives(later, '도윤', { baseURL: origin, locale: 'ko-KR' })
  await friend.opens(link)
  await friend.signsIn('네이버')
  expect((await friend.asks('GET', '/api/users/me')).body).toEqual(accounts[1])
  await friend.joins()
  await friend.reads('백업 전에 한 말')
  await expect(friend.page.getByText('백업 뒤에 한 말', { exact: true })).toHaveCount(0)
  await again.decodesFrom(1)
  await friend.decodesFrom(1)
  await later.close()
})

test('a backup that an older version made replaces what is there, and is brought up to date', async () => {
  const users = (statement: string) =>
    elsewhere.runs('docker', 'compose', 'exec', '-T', 'mysql', 'bash', '-c', askUsers, statement)
  const newest = 'select max(cast(version as unsigned)) from flyway_schema_history'
  const now = await users(newest)
  // What V3__installation.sql brought was not there before it.
  await users("drop table installation; delete from flyway_schema_history where version = '3'")
  const older = await elsewhere.runs('bin/backup')
  expect(await users(newest)).toBe('2')

  const kept = await elsewhere.runs('bin/restore', '--over', older)
  expect(kept).toContain('What was here is kept in')
  expect(await users(newest)).toBe(now)
  const browser = await elsewhere.browser()
  const host = await Person.arrives(browser, '서연', { baseURL: origin, locale: 'ko-KR' })
  await host.signsIn('카카오')
  await expect(host.page.getByRole('link', { name: '간직할 모임 들어가기' }).first()).toBeVisible()
  await browser.close()
})
