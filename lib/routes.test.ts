import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { routes, withQuery } from './routes'

const roots = ['app', 'components']
/** A path written by hand where a link, redirect or navigation takes one: href="/…", push('/…'), redirect(`/…`). */
const handMade =
  /(?:\b(?:href|action)\s*[=:]\s*\{?\s*["'`]\/(?!\/))|(?:\b(?:redirect|permanentRedirect|push|replace|prefetch|revalidatePath)\(\s*["'`]\/(?!\/))/

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))

describe('routes', () => {
  it('leaves empty filters out of the address and repeats lists', () => {
    expect(withQuery('/x', { a: '', b: null, c: undefined, d: 0, e: ['1', '2'] })).toBe('/x?d=0&e=1&e=2')
    expect(routes.contracts()).toBe('/contracts')
  })

  it('escapes what comes from data', () => {
    expect(routes.contract('a/b?c')).toBe('/contracts/a%2Fb%3Fc')
    expect(routes.contracts({ q: '棉花 & 水' })).toBe('/contracts?q=%E6%A3%89%E8%8A%B1+%26+%E6%B0%B4')
  })

  it('are the only place where an address is written', () => {
    const found = roots.flatMap(sources).flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) => (handMade.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
    )
    expect(found).toEqual([])
  })
})
