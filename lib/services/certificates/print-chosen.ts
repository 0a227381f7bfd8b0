import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import { paramsOf, readListQuery } from '@/lib/domain/contract/list-query'
import { Problem } from '@/lib/domain/problems'
import type { FileAnswer } from '../api/answer'
import { parseInput } from '../verb'
import { printList } from './list'
import { languageSchema, printCertificates } from './print'

/** Parameters of a printing beside those of the list. */
const ownNames = ['kind', 'language']

/**
 * What a list's address asks to be printed. A filter that can't be read is refused here, where a list would leave it out: it
 * would print more than was meant.
 * @throws {Problem} forbidden; invalid-input; nothing-in-scope; too-many-chosen
 */
export async function printChosen(
  actor: Actor,
  kind: 'papers' | 'list',
  search: URLSearchParams,
): Promise<FileAnswer> {
  const language = parseInput(languageSchema, search.get('language') ?? undefined)
  const params = new Map([...paramsOf(search)].filter(([name]) => !ownNames.includes(name)))
  const query = readListQuery(params)
  if (query.ignored.length > 0) {
    throw new Problem({
      code: 'invalid-input',
      issues: query.ignored.map((path) => ({ path, message: 'unknown' })),
    })
  }
  return (kind === 'list' ? printList : printCertificates)(actor, { query, language })
}
