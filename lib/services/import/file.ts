import 'server-only'
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Tx } from '@/db/client'
import { insertPart, readPart } from '@/db/queries/imports'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import type { Table } from '../spreadsheet/reading/cell'
import { openTable } from '../spreadsheet/reading/open'

const PIECE = 1024 * 1024

/** Keeps a file in the database, where any process finds it, and where it can be deleted again. */
export async function keepFile(tx: Tx, batch: string, path: string): Promise<void> {
  const file = await open(path)
  try {
    const piece = Buffer.alloc(PIECE)
    for (let n = 0; ; n++) {
      const { bytesRead } = await file.read(piece, 0, PIECE)
      if (bytesRead === 0) return
      await insertPart(tx, batch, n, Buffer.from(piece.subarray(0, bytesRead)))
    }
  } finally {
    await file.close()
  }
}

/** Opens the file of a batch; what is put on the disk for that goes again. @throws {Problem} not-found where it is gone */
export async function withFile<T>(
  actor: Actor,
  batch: string,
  use: (table: Table) => Promise<T>,
): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'jishi-import-'))
  try {
    const path = join(home, randomUUID())
    await pipeline(Readable.from(pieces(actor, batch)), createWriteStream(path, { mode: 0o600 }))
    const table = await openTable(path)
    try {
      return await use(table)
    } finally {
      table.close()
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

async function* pieces(actor: Actor, batch: string): AsyncGenerator<Buffer> {
  for (let n = 0; ; n++) {
    const piece = await inTransaction(actor, (tx) => readPart(tx, batch, n))
    if (piece === null && n === 0) throw new Problem({ code: 'not-found' })
    if (piece === null) return
    yield piece
  }
}
