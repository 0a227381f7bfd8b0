import { getLocale } from 'next-intl/server'
import type { PaletteStart } from '@/components/shell/palette/asked'
import { problemStatus } from '@/lib/domain/problems'
import { action } from '@/lib/services/action'
import { readRecent } from '@/lib/services/search/read-recent'
import { search } from '@/lib/services/search/search'
import { spell } from '@/lib/services/search/spell'
import { commandsOf } from '../commands'

/** What the search box finds for `q`; without it what can be done by name, and what was opened last. */
export async function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get('q')
  const locale = await getLocale()
  const answer = action<unknown>(async (actor) =>
    typed === null
      ? ({
          commands: commandsOf(actor.role).map((command) => ({
            ...command,
            readings: spell(command.words.zh),
          })),
          recent: await readRecent(actor, locale),
        } satisfies PaletteStart)
      : search(actor, typed, locale),
  )
  const result = await answer(null)
  const headers = { 'Cache-Control': 'no-store' }
  if (result.ok) return Response.json(result.value, { headers })
  const status = result.problem.code === 'unknown' ? 500 : problemStatus[result.problem.code]
  return Response.json(result.problem, { status, headers })
}
