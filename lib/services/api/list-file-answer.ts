import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import { paramsOf } from '@/lib/domain/contract/list-query'
import { Problem } from '@/lib/domain/problems'
import { chooseLocale } from '@/lib/i18n/locale'
import { exportList, isListName } from '../export/lists'
import { sheetTypes } from '../spreadsheet/figure-sheet'
import { attachmentHeaders } from './answer'

/**
 * A list as the API hands it out, sent as fast as it is taken.
 * @throws {Problem} not-found for a list or an ending that there is not; and what `exportList` refuses
 */
export async function listFileAnswer(
  actor: Actor,
  { list, ending }: Record<string, string | number>,
  search: URLSearchParams,
  headers: Headers,
): Promise<Response> {
  const name = String(list)
  if (!isListName(name) || (ending !== 'csv' && ending !== 'xlsx')) throw new Problem({ code: 'not-found' })
  const locale = chooseLocale(search.get('language') ?? undefined, headers.get('accept-language'))
  const asked = new URLSearchParams(search)
  asked.delete('language')
  const params = paramsOf(asked)
  const { body, title } = await exportList(actor, name, { params, format: ending, locale, strict: true })
  return new Response(body, {
    headers: attachmentHeaders({ type: sheetTypes[ending], name: `${title}.${ending}` }),
  })
}
