import { getLocale } from 'next-intl/server'
import { Problem, problemStatus } from '@/lib/domain/problems'
import { currentActor } from '@/lib/services/actor'
import { type CampaignFormat, exportCampaign } from '@/lib/services/campaigns/export'

const mediaTypes: Record<CampaignFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** What a self-audit came to as a file: `?format=xlsx` or `docx`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ campaign: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const format: CampaignFormat = new URL(request.url).searchParams.get('format') === 'docx' ? 'docx' : 'xlsx'
  try {
    const { campaign } = await params
    const { bytes, name } = await exportCampaign(actor, { campaign, format }, await getLocale())
    return new Response(bytes, {
      headers: {
        'Content-Type': mediaTypes[format],
        'Content-Disposition': `attachment; filename="self-audit.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof Problem) return new Response(null, { status: problemStatus[error.detail.code] })
    throw error
  }
}
