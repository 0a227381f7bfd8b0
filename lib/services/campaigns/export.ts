import 'server-only'
import { z } from 'zod'
import { findCampaign } from '@/db/queries/campaigns'
import { recordTrail } from '@/db/trail'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import { say } from '@/lib/domain/words'
import { wordDocument } from '../documents/word'
import { workbook } from '../spreadsheet/workbook'
import { verb } from '../verb'
import { type CampaignView, readAllFindings, readCampaign } from './read'
import { findingTable, ruleTable, summaryTable, unitTable } from './report-tables'

export const campaignFormats = ['xlsx', 'docx'] as const
export type CampaignFormat = (typeof campaignFormats)[number]

const input = z.strictObject({ campaign: z.uuid(), format: z.enum(campaignFormats) })

/** The trail knows of a file before it is made. */
const record = verb('campaign.read', input, async ({ tx, actor }, { campaign, format }) => {
  const found = await findCampaign(tx, campaign)
  if (!found) throw new Problem({ code: 'not-found' })
  await recordTrail(tx, actor, {
    action: 'campaign.export',
    subjectKind: 'campaign',
    subject: campaign,
    details: { number: found.number, format },
  })
})

export interface CampaignFile {
  bytes: Uint8Array<ArrayBuffer>
  /** Without its ending. */
  name: string
}

/**
 * What a self-audit came to, or comes to so far, as far as the actor sees it: a workbook with a sheet for each table, or a
 * document.
 * @throws {Problem} forbidden, not-found, invalid-input
 */
export async function exportCampaign(
  actor: Actor,
  asked: { campaign: string; format: CampaignFormat },
  locale: string,
): Promise<CampaignFile> {
  await record(actor, asked)
  const view = await readCampaign(actor, asked.campaign)
  if (!view) throw new Problem({ code: 'not-found' })
  const { campaign, report } = view
  const findings = findingTable(await readAllFindings(actor, campaign.id), locale)
  const figures = [
    summaryTable(report, locale),
    unitTable(report, locale),
    ruleTable(report, locale),
  ] as const
  const name = `${campaign.number}${say(campaign.closedAt ? { zh: '自查报告', en: ' report' } : { zh: '阶段结果', en: ' so far' }, locale)}`
  return {
    name,
    bytes:
      asked.format === 'xlsx'
        ? workbook([...figures, findings])
        : await wordDocument({
            title: name,
            paragraphs: paragraphs(view, locale),
            tables: [...figures, findings],
          }),
  }
}

function paragraphs({ campaign, report }: CampaignView, locale: string): string[] {
  const { year, instructions, dueOn } = campaign
  const { checked, sampled, flagged, sentence } = report
  return [
    say(
      {
        zh: `对 ${year} 年度登记的 ${checked} 份合同进行自查，抽样核对 ${sampled} 份，${flagged} 份发现问题。${sentence.zh}。`,
        en: `${checked} contracts registered in ${year} were checked, ${sampled} of them against their text; ${flagged} had findings. ${sentence.en}.`,
      },
      locale,
    ),
    say({ zh: `答复期限 ${dueOn}。`, en: `Answers were due by ${dueOn}.` }, locale),
    ...(campaign.closedAt
      ? []
      : [
          say(
            {
              zh: '自查尚未结束，以上为截至目前的结果。',
              en: 'It still runs; these are the results so far.',
            },
            locale,
          ),
        ]),
    ...instructions.split('\n').filter(Boolean),
  ]
}
