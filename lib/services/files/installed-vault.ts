import 'server-only'
import { join } from 'node:path'
import { settings } from '@/lib/env'
import { folderVault } from './folder-vault'
import { s3Vault } from './s3-vault'
import type { Vault } from './vault'

let vault: Vault | undefined

/** The vault of this installation: S3-compatible storage when it is configured, else `DATA_DIR/files`. */
export function installedVault(): Vault {
  vault ??= fromSettings()
  return vault
}

function fromSettings(): Vault {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY, S3_SECRET_KEY } = settings()
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_REGION || !S3_ACCESS_KEY || !S3_SECRET_KEY) {
    return folderVault(filesFolder())
  }
  return s3Vault({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKey: S3_ACCESS_KEY,
    secretKey: S3_SECRET_KEY,
  })
}

/** Folder of the files kept and of those still arriving. */
export const filesFolder = (): string => join(settings().DATA_DIR, 'files')
