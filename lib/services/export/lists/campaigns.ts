import 'server-only'
import { findCampaign, listCampaigns } from '@/db/queries/campaigns'
import { listFindings } from '@/db/queries/findings'
import type { Actor } from '@/lib/domain/access/actor'
import type { FindingQuery } from '@/lib/domain/audit/finding-filter'
import { type CampaignLine, campaignLine, type ToldFinding, toldFindings } from '../../campaigns/read'
import { findingColumns } from '../../campaigns/report-tables'
import { byPage, count, day, type ListFile, listFile, text, worded } from '../list-file'

/** The self-audits within reach. */
export const campaignList = (actor: Actor): ListFile =>
  listFile<CampaignLine>({
    title: { zh: '自查', en: 'Self-audits' },
    columns: [
      text('自查编号', 'Number', ({ campaign }) => campaign.number, 16),
      count('统计年度', 'Year', ({ campaign }) => campaign.year),
      day('答复期限', 'Answers due', ({ campaign }) => campaign.dueOn),
      worded(
        '状态',
        'State',
        ({ campaign }) =>
          campaign.closedAt ? { zh: '已结束', en: 'Closed' } : { zh: '进行中', en: 'Running' },
        10,
      ),
      count('待答复', 'To be answered', ({ progress }) => sum(progress, 'open')),
      count('待重新答复', 'Sent back', ({ progress }) => sum(progress, 'returned')),
      worded('结果', 'Outcome', ({ sentence }) => sentence, 60),
    ],
    batches: async function* (tx) {
      for (const campaign of await listCampaigns(tx)) yield [await campaignLine(tx, actor, campaign)]
    },
  })

const sum = (rows: CampaignLine['progress'], of: 'open' | 'returned'): number =>
  rows.reduce((all, one) => all + one[of], 0)

/** Findings of a self-audit as they are narrowed; null where the actor sees nothing of it. */
export const findingList = (actor: Actor, id: string, filter: FindingQuery): ListFile =>
  listFile<ToldFinding>({
    title: { zh: '自查问题', en: 'Findings' },
    columns: findingColumns,
    batches: async function* (tx) {
      const campaign = await findCampaign(tx, id)
      if (!campaign) return
      for await (const found of byPage((page) => listFindings(tx, id, filter, page))) {
        yield await toldFindings(tx, actor, campaign, [...found])
      }
    },
  })
