import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { LaunchFailure } from '@/db/embedded/failure'

/** A path of the backup itself: nothing it names lies outside. */
const path = z.string().refine((text) => !isAbsolute(text) && !text.split(/[\\/]/).includes('..'))

/** What a backup holds: every folder and file below it with size and SHA-256. Written last: without it nothing is whole. */
const schema = z.object({
  product: z.literal('jishi'),
  madeAt: z.iso.datetime(),
  folders: z.array(path),
  files: z.record(path, z.object({ size: z.number(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof schema>

export const manifestOf = (folder: string): string => join(folder, 'manifest.json')

/** @throws LaunchFailure when the folder is no backup, or one that was cut short */
export function readManifest(folder: string): Manifest {
  try {
    return schema.parse(JSON.parse(readFileSync(manifestOf(folder), 'utf8')))
  } catch {
    throw new LaunchFailure(
      `${folder} is no whole backup: its manifest.json is missing or damaged. ${folder} 不是完整的备份。`,
    )
  }
}
