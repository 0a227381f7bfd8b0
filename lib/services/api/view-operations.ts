import 'server-only'
import { z } from 'zod'
import { readViews } from '../views/read'
import { removeView } from '../views/remove'
import { saveView } from '../views/save'
import { shareView } from '../views/share'
import { unshareView } from '../views/unshare'
import { acting, named, type Operation, reader } from './operation'

const id = named('交叉表标识', 'Kept cross-table')
const view = z.object({
  id: z.uuid(),
  name: z.string(),
  query: z.string().describe('What stands behind the ? of /cross'),
  shared: z.boolean(),
  owner: z.uuid(),
  ownerName: z.string(),
  changedAt: z.iso.datetime(),
})
const one = z.object({ id: z.uuid() })

/** Cross-tables that people keep: their questions, never their figures. */
export const viewOperations: readonly Operation[] = [
  reader({
    id: 'listViews',
    path: '/views',
    summary: {
      zh: '本人保存的和与您共享的交叉表',
      en: 'Cross-tables you have kept, and those shared with you',
    },
    permission: 'view.keep',
    output: z.object({ own: z.array(view), shared: z.array(view) }),
    read: ({ actor }) => readViews(actor),
  }),
  acting(saveView, {
    id: 'saveView',
    path: '/views',
    summary: { zh: '保存交叉表', en: 'Keep a cross-table under a name' },
    output: one,
    example: { name: '各师各领域', query: 'rows=unit&columns=field&measure=turnover' },
  }),
  acting(shareView, {
    id: 'shareView',
    path: '/views/{id}/share',
    summary: { zh: '共享交叉表', en: 'Let others open it, each within their own reach' },
    parameters: [id],
    output: one,
    example: {},
  }),
  acting(unshareView, {
    id: 'unshareView',
    path: '/views/{id}/unshare',
    summary: { zh: '停止共享', en: 'Keep it to yourself again' },
    parameters: [id],
    output: one,
    example: {},
  }),
  acting(removeView, {
    id: 'removeView',
    path: '/views/{id}/remove',
    summary: { zh: '删除交叉表', en: 'Take it away' },
    parameters: [id],
    example: {},
  }),
]
