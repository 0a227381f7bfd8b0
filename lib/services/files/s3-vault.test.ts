import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Problem } from '@/lib/domain/problems'
import { s3Vault } from './s3-vault'

const account = { region: 'cn-northwest-1', accessKey: 'EXAMPLEKEY', secretKey: 'an example of a secret' }
const kept = new Map<string, Buffer>()
const seen: string[] = []
let server: Server
let endpoint = ''

const hash = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/** AWS Signature Version 4, worked out from its specification and not by the client's library. */
function isSigned(request: IncomingMessage): boolean {
  const [, scope, names, given] =
    /^AWS4-HMAC-SHA256 Credential=EXAMPLEKEY\/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    ) ?? []
  if (!scope || !names || !given) return false
  const [day = '', region = '', service = ''] = scope.split('/')
  const canonical = [
    request.method,
    request.url,
    '',
    ...names.split(';').map((name) => `${name}:${request.headers[name]}`),
    '',
    names,
    request.headers['x-amz-content-sha256'],
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hash(canonical)].join('\n')
  const key = hmac(hmac(hmac(hmac(`AWS4${account.secretKey}`, day), region), service), 'aws4_request')
  return hmac(key, toSign).toString('hex') === given && names.includes('x-amz-content-sha256')
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const body = Buffer.concat(parts)
    const path = request.url ?? ''
    seen.push(`${request.method} ${path} ${request.headers['content-length'] ?? '-'}`)
    const honest = hash(body) === request.headers['x-amz-content-sha256']
    if (!isSigned(request) || !honest) return response.writeHead(403).end()
    if (request.method === 'PUT') {
      kept.set(path, body)
      return response.writeHead(200).end()
    }
    const file = kept.get(path)
    if (!file) return response.writeHead(404).end()
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (start === undefined) return response.writeHead(200).end(file)
    return response.writeHead(206).end(file.subarray(Number(start), Number(end) + 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const read = (stream: ReadableStream<Uint8Array>) => new Response(stream).text()

it('files go to S3-compatible storage and come back, every request signed and every byte vouched for', async () => {
  const vault = s3Vault({ endpoint, bucket: 'jishi', ...account })
  const folder = mkdtempSync(join(tmpdir(), 'jishi-s3-'))
  const path = join(folder, 'file')
  const content = '技术合同'.repeat(1000)
  const sha256 = hash(content)
  writeFileSync(path, content)
  expect(await vault.has(sha256)).toBe(false)
  await vault.take(sha256, path, Buffer.byteLength(content))
  expect(await vault.has(sha256)).toBe(true)
  expect(await read(await vault.open(sha256, null))).toBe(content)
  expect(await read(await vault.open(sha256, { start: 12, end: 23 }))).toBe('技术合同')
  const size = Buffer.byteLength(content)
  expect(seen).toContain(`PUT /jishi/files/${sha256.slice(0, 2)}/${sha256} ${size}`)
  // Other bytes than the name promises are refused by the storage itself.
  writeFileSync(path, 'something else')
  await expect(vault.take(sha256, path, 14)).rejects.toThrow(Problem)
  rmSync(folder, { recursive: true })
})

it.each([
  ['a wrong secret', { ...account, secretKey: 'another' }],
  ['a storage that is away', { ...account, endpoint: 'http://127.0.0.1:1' }],
])('%s is said to be unavailable, not an empty storage', async (_, other) => {
  const vault = s3Vault({ endpoint, bucket: 'jishi', ...other })
  await expect(vault.has(hash('x'))).rejects.toMatchObject({ detail: { code: 'unavailable' } })
  await expect(vault.open(hash('x'), null)).rejects.toMatchObject({ detail: { code: 'unavailable' } })
})
