import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { toWire } from '@/lib/domain/contract/kinds'
import { shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { completeContent } from '@/lib/testing/content'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { contractPdf } from '../demo/contract-pdf'
import { openApi } from './openapi'
import { opened, tokenOf } from './testing/calling'
import { listening } from './testing/listening'

/** It is compiled here against what is generated; the house itself does not know the client. */
type Journey = (given: Record<string, unknown>) => Promise<Record<string, unknown> & { movesAhead: number }>

const source = join(process.cwd(), 'lib/services/api/testing/client/journey.ts')
let folder: string
let server: Awaited<ReturnType<typeof listening>>

beforeAll(async () => {
  await moveIn()
  await opened()
  server = await listening()
  // Inside the house, so that the packages are found.
  mkdirSync('.test', { recursive: true })
  folder = mkdtempSync(join(process.cwd(), '.test/client-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.close()
  await database().close()
})

/** Generates the client from what is served, and compiles it with the journey that uses it. */
async function compiled(): Promise<Journey> {
  const description = await (await fetch(`${server.address}/api/v1/openapi.json`)).json()
  expect(description).toEqual(JSON.parse(JSON.stringify(openApi())))
  writeFileSync(join(folder, 'schema.ts'), astToString(await openapiTS(description)))
  copyFileSync(source, join(folder, 'journey.ts'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'es2022',
        module: 'esnext',
        moduleResolution: 'bundler',
        lib: ['es2023', 'dom', 'dom.iterable'],
        types: [],
        strict: true,
        skipLibCheck: true,
        outDir: 'out',
      },
      files: ['journey.ts'],
    }),
  )
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder], { stdio: 'inherit' })
  const made = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'out/journey.js')).href)
  return made.journey
}

test('a client generated from the description goes from a draft to the number in the report', async () => {
  const journey = await compiled()
  const content = completeContent({ turnover: 12_000_000n, technology: 12_000_000n })
  const went = await journey({
    address: server.address,
    tokens: {
      office: await tokenOf(registrarOf('D08')),
      approver: await tokenOf(person('approver')),
      leader: await tokenOf(person('leader')),
    },
    content: toWire(content) as Record<string, unknown>,
    paper: new Uint8Array(contractPdf(content.name ?? '', ['客户端'])),
    year: yearOf(shanghaiDate(new Date())),
  })
  expect(went).toMatchObject({
    waits: true,
    late: { status: 412, code: 'precondition-failed' },
    number: expect.stringMatching(/^\d{16}$/),
    status: 'granted',
    before: { contracts: 0, turnover: '0.00' },
    registered: { contracts: 1, turnover: '120000.00' },
    corrected: { contracts: 1, turnover: '200000.00' },
    printed: ['200000.00'],
    acts: ['create', 'submit', 'return', 'submit', 'approve', 'correct'],
  })
  expect(went.movesAhead).toBeGreaterThan(0)
}, 120_000)
