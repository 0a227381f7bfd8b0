import type { Actor } from '@/lib/domain/access/actor'
import type { Content } from '@/lib/domain/contract/content'
import { Problem } from '@/lib/domain/problems'
import { person, registrarOf } from '@/lib/testing/house'
import { beginImport } from '../begin'
import { contractSheet, type SheetContract } from '../contract-sheet'
import { judgeImport } from '../judge'
import { readBatch } from '../read'
import { workOn } from '../work'
import { writeImport } from '../write'

export const office = registrarOf('D08')
export const auditor = person('auditor')
export const rowsOf = (contents: readonly Content[]): SheetContract[] =>
  contents.map((content) => ({ content }))

export async function begun(actor: Actor, bytes: Uint8Array, fileName = '合同.xlsx'): Promise<string> {
  return (await beginImport(actor, { fileName }, [bytes])).id
}

export async function judgedFile(actor: Actor, contracts: readonly SheetContract[]): Promise<string> {
  const id = await begun(actor, contractSheet(actor === auditor ? 'registered' : 'draft', contracts))
  const view = await readBatch(actor, id)
  await judgeImport(actor, { id, mapping: view?.mapping })
  await workOn(actor, id)
  return id
}

export async function imported(
  actor: Actor,
  contracts: readonly SheetContract[],
  apply = false,
): Promise<string> {
  const id = await judgedFile(actor, contracts)
  await writeImport(actor, { id, apply })
  await workOn(actor, id)
  return id
}

export const countsOf = async (actor: Actor, id: string) => (await readBatch(actor, id))?.counts
export const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => (error instanceof Problem ? error.detail.code : error),
  )
