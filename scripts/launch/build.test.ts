import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint, isStale } from './build'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jishi-build-'))
  put('app/page.tsx', 'one')
  put('package-lock.json', '{}')
})
afterEach(() => rmSync(root, { recursive: true }))

function put(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

function recordBuild(): void {
  put('.next/BUILD_ID', 'x')
  put('.next/built-from', fingerprint(root))
}

test('a missing build is stale, a fresh one is not', () => {
  expect(isStale(root)).toBe(true)
  recordBuild()
  expect(isStale(root)).toBe(false)
})

test('a build that was cut short is stale', () => {
  put('.next/BUILD_ID', 'x')
  expect(isStale(root)).toBe(true)
})

test.each([
  ['a changed page', 'app/page.tsx', 'two'],
  ['a new file', 'lib/new.ts', ''],
  ['other packages', 'package-lock.json', '{"x":1}'],
])('%s makes it stale', (_, path, content) => {
  recordBuild()
  put(path, content)
  expect(isStale(root)).toBe(true)
})

test.each(['app/page.test.tsx', 'lib/testing/fake.ts', '.data/postgres/PG_VERSION', 'docs/a.md'])(
  '%s is no part of the build',
  (path) => {
    recordBuild()
    put(path, 'changed')
    expect(isStale(root)).toBe(false)
  },
)

test('moving text from one file into another is a change', () => {
  const before = fingerprint(root)
  put('app/page.tsx', '')
  put('app/page2.tsx', 'one')
  expect(fingerprint(root)).not.toBe(before)
})
