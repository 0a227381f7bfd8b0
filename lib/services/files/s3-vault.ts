import 'server-only'
import { openAsBlob } from 'node:fs'
import { AwsClient } from 'aws4fetch'
import { Problem } from '@/lib/domain/problems'
import type { Vault } from './vault'

export interface S3Settings {
  endpoint: string
  bucket: string
  region: string
  accessKey: string
  secretKey: string
}

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/**
 * Files in S3-compatible storage, addressed by path (which MinIO, Ceph and the clouds of the Corps' suppliers all
 * understand). The payload's hash is signed, so that the storage itself refuses bytes changed on their way.
 */
export function s3Vault({ endpoint, bucket, region, accessKey, secretKey }: S3Settings): Vault {
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    region,
    service: 's3',
    retries: 2,
  })
  const base = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}/files`
  const send = async (sha256: string, init: RequestInit & { headers?: Record<string, string> }) => {
    try {
      return await client.fetch(`${base}/${sha256.slice(0, 2)}/${sha256}`, {
        ...init,
        headers: { 'x-amz-content-sha256': EMPTY, ...init.headers },
      })
    } catch (error) {
      console.error('The file storage can’t be reached', error)
      throw new Problem({ code: 'unavailable' })
    }
  }
  return {
    async has(sha256) {
      const answer = await send(sha256, { method: 'HEAD' })
      if (answer.status === 404) return false
      return expectOk(answer)
    },
    async take(sha256, path) {
      const answer = await send(sha256, {
        method: 'PUT',
        headers: { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' },
        body: await openAsBlob(path),
      })
      await answer.body?.cancel()
      expectOk(answer)
    },
    async open(sha256, range) {
      const answer = await send(sha256, {
        method: 'GET',
        ...(range && { headers: { range: `bytes=${range.start}-${range.end}` } }),
      })
      expectOk(answer)
      if (!answer.body || (range && answer.status !== 206)) throw new Problem({ code: 'unavailable' })
      return answer.body
    },
  }
}

function expectOk(answer: Response): true {
  if (answer.ok) return true
  console.error(`The file storage answered ${answer.status} ${answer.statusText}`)
  throw new Problem({ code: 'unavailable' })
}
