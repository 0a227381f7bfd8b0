'use server'

import { action } from '@/lib/services/action'
import { askImport } from '@/lib/services/import/ask'
import { cancelImport } from '@/lib/services/import/cancel'
import { judgeImport } from '@/lib/services/import/judge'
import { lookAgain } from '@/lib/services/import/look-again'
import { undoImport } from '@/lib/services/import/undo'
import { andGo } from '@/lib/services/import/work'
import { writeImport } from '@/lib/services/import/write'

export async function chooseSheet(input: unknown) {
  return action(lookAgain)(input)
}

export async function judgeBatch(input: unknown) {
  return action(andGo(judgeImport))(input)
}

export async function writeBatch(input: unknown) {
  return action(andGo(writeImport))(input)
}

export async function askBatch(input: unknown) {
  return action(andGo(askImport))(input)
}

export async function undoBatch(input: unknown) {
  return action(andGo(undoImport))(input)
}

export async function cancelBatch(input: unknown) {
  return action(cancelImport)(input)
}
