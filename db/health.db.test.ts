import { afterEach, expect, test } from 'vitest'
import { setDatabase as giveDatabase, openDatabase } from './client'
import { answers } from './health'
import { appUrl } from './testing/database'

let opened: ReturnType<typeof openDatabase> | undefined
afterEach(() => opened?.close())

function through(url: string): void {
  opened = openDatabase(url)
  giveDatabase(opened)
}

test('the application’s role reaches a migrated database', async () => {
  through(appUrl())
  expect(await answers(5)).toBe(true)
})

test('a server that is not there gives no, not an error and not an endless wait', async () => {
  through('postgres://nobody:nothing@127.0.0.1:1/none')
  expect(await answers(0.5)).toBe(false)
})
