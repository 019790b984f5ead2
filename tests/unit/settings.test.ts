import { expect, test } from 'vitest'
import { readSettings } from '@/bin/serve/settings'

test('with nothing set the forum is on port 3000 of this machine alone', () => {
  expect(readSettings({})).toMatchObject({ port: 3000, host: '127.0.0.1', forumUrl: 'http://localhost:3000' })
})

test('an empty variable counts as one that is not set', () => {
  const empty = { PORT: '', HOST: '', FORUM_URL: '', DATABASE_URL: '', MARGINALIA_DATA: '' }
  expect(readSettings(empty)).toEqual(readSettings({}))
})

test.each(['0', '65536', '-1', '3.5', 'abc'])('PORT=%s is refused', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow('not a port')
})

test.each(['forum.example.org', 'ftp://forum.example.org', '//'])('FORUM_URL=%s is refused', (FORUM_URL) => {
  expect(() => readSettings({ FORUM_URL })).toThrow('FORUM_URL')
})

test('limits can be off on loopback only, in where we listen and in what people are told', () => {
  for (const HOST of ['127.0.0.1', '127.1.2.3', '::1', 'localhost'])
    expect(() => readSettings({ LIMITS: 'off', HOST })).not.toThrow()
  for (const HOST of ['0.0.0.0', '::', '192.168.0.2', '127.0.0.1.example.org', '1270.0.0.1'])
    expect(() => readSettings({ LIMITS: 'off', HOST })).toThrow('LIMITS=off')
  expect(() => readSettings({ LIMITS: 'off', FORUM_URL: 'https://forum.example.org' })).toThrow('LIMITS=off')
})
