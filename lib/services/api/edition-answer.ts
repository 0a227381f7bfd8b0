import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import { askedEdition, askedFile, fileName } from '../editions/asked'
import { withErrata } from '../editions/content'
import { readEdition, readEditionFile } from '../editions/read-edition'
import { reportTypes } from '../report/forms/types'
import { parseInput } from '../verb'
import type { Answer, FileAnswer } from './answer'
import { toReportAnswer } from './report-answer'

/** A published edition as JSON, its errata the last chapter; or its file, byte for byte. @throws {Problem} not-found */
export async function editionAnswer(
  actor: Actor,
  { form, language, ...asked }: Record<string, unknown>,
): Promise<Answer | FileAnswer> {
  if (form === 'json') {
    const { report, errata, head } = await readEdition(actor, parseInput(askedEdition, asked))
    return { value: toReportAnswer(withErrata(report, errata), head.number) }
  }
  const file = parseInput(askedFile, { ...asked, form, locale: language })
  const { bytes, number } = await readEditionFile(actor, file)
  return { bytes, type: reportTypes[file.form], name: fileName(file, number) }
}
