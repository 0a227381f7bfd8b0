import { cookies } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { columnsCookie } from '@/components/contract/columns-cookie'
import { contentDisposition } from '@/lib/domain/attachments/file-name'
import { paramsOf } from '@/lib/domain/contract/list-query'
import { Problem } from '@/lib/domain/problems'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { asPerson } from '@/lib/services/attachments/as-person'
import { exportList, isListName } from '@/lib/services/export/lists'
import { sheetTypes } from '@/lib/services/spreadsheet/figure-sheet'

type Context = { params: Promise<{ list: string }> }

/** A list as a file: `?format=csv` or `xlsx`, and the parameters of the list's own page; all of its pages. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { list } = await params
  return asPerson(request, async (actor) => {
    if (!isListName(list)) throw new Problem({ code: 'not-found' })
    const search = new URL(request.url).searchParams
    const format = search.get('format') === 'csv' ? 'csv' : 'xlsx'
    const { body, title } = await exportList(actor, list, {
      params: paramsOf(search),
      format,
      locale: await getLocale(),
      remembered: (await cookies()).get(columnsCookie)?.value.split(',') ?? [],
    })
    return new Response(body, {
      headers: {
        'Content-Type': sheetTypes[format],
        'Content-Disposition': contentDisposition(
          'attachment',
          `${title}-${shanghaiDate(new Date())}.${format}`,
        ),
        'Cache-Control': 'no-store',
      },
    })
  })
}
