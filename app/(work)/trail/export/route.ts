import { getLocale, getTranslations } from 'next-intl/server'
import { roles } from '@/lib/domain/access/roles'
import { csvLine, csvMark } from '@/lib/domain/csv'
import { Problem, problemStatus } from '@/lib/domain/problems'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { type TrailAction, trailActions } from '@/lib/domain/trail'
import { say } from '@/lib/domain/words'
import { officeTime } from '@/lib/i18n/dates'
import { currentActor } from '@/lib/services/actor'
import { eachTrailBatch, exportTrail, type TrailRow } from '@/lib/services/trail/read'

/** The filtered trail as CSV, all of it, written as it is read; that it was taken is itself on the trail. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  try {
    const filters = await exportTrail(actor, query)
    const [t, locale] = await Promise.all([getTranslations('trail'), getLocale()])
    const head = [
      'at',
      'person',
      'username',
      'role',
      'unit',
      'action',
      'subjectKind',
      'subject',
      'details',
      'address',
    ]
    const { readable, writable } = new TransformStream<string, string>()
    const writer = writable.getWriter()
    const write = async () => {
      await writer.write(csvMark + csvLine(head.map((key) => t(`columns.${key}` as 'columns.at'))))
      await eachTrailBatch(actor, filters, (rows) =>
        writer.write(rows.map((row) => line(row, locale)).join('')),
      )
      await writer.close()
    }
    write().catch((error) => writer.abort(error).catch(() => {}))
    return new Response(readable.pipeThrough(new TextEncoderStream()), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="trail-${shanghaiDate(new Date())}.csv"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof Problem) return new Response(null, { status: problemStatus[error.detail.code] })
    throw error
  }
}

function line(row: TrailRow, locale: string): string {
  const { day, time } = officeTime(row.at)
  const role = row.role in roles ? say(roles[row.role as keyof typeof roles], locale) : row.role
  return csvLine([
    `${day} ${time}:${String(row.at.getUTCSeconds()).padStart(2, '0')}`,
    row.actorName,
    row.username,
    role,
    row.unit,
    say(trailActions[row.action as TrailAction] ?? { zh: row.action, en: row.action }, locale),
    row.subjectKind,
    row.subject,
    JSON.stringify(row.details),
    row.address,
  ])
}
