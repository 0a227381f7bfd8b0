import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '@/lib/domain/access/actor'
import { roleNames } from '@/lib/domain/access/roles'
import type { ListedFile } from '@/lib/domain/attachments/files'
import { Problem } from '@/lib/domain/problems'
import { person, registrarOf } from '@/lib/testing/house'
import { contractPdf } from '../../demo/contract-pdf'
import { readAttachments } from '../read'

export const own = registrarOf('D08')
export const foreign = registrarOf('D01')
export const cast: readonly Actor[] = [
  own,
  foreign,
  ...roleNames.filter((role) => role !== 'registrar').map((role) => person(role)),
]

export const files = () => join(process.env.DATA_DIR ?? '', 'files')
export const keptFiles = () =>
  readdirSync(files(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()

export let made = 0
export const another = () => {
  made += 1
  return contractPdf('附件', [`第${made}份`, crypto.randomUUID()])
}

export async function code(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.detail.code === 'unfit-file' ? error.detail.reason : error.detail.code
  }
}

export const first = async (contract: string): Promise<ListedFile> => {
  const [file] = await readAttachments(own, { contract })
  if (!file) throw new Error('no file')
  return file
}
