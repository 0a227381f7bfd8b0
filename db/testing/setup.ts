import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { freshDatabase } from './database'

// Before the test file's own imports, because a client may be opened while a module loads.
const database = await freshDatabase()
process.env.APP_DATABASE_URL = database.appUrl
process.env.OWNER_DATABASE_URL = database.ownerUrl
// The runner of all tests hands settings down empty, so that none of the machine's own is met.
process.env.SESSION_KEY ||= 'a key for tests alone, of no value at all'
process.env.CERTIFICATE_KEY ||= 'another key for tests alone, of no value either'
const dataDir = mkdtempSync(join(tmpdir(), 'jishi-files-'))
process.env.DATA_DIR = dataDir
// As in a web process: the application's address without the owner's.
process.env.JISHI_PROCESS = 'web'

afterAll(async () => {
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})
