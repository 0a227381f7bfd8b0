import 'server-only'
import { readTrail, type TrailRow } from '@/db/queries/trail'
import type { Actor } from '@/lib/domain/access/actor'
import { roles } from '@/lib/domain/access/roles'
import { type TrailAction, trailActions } from '@/lib/domain/trail'
import type { TrailQuery } from '../../trail/filters'
import { behind, type ListFile, listFile, moment, text, unitName, worded } from '../list-file'

/** The trail under its filters, the newest first. */
export const trailList = (actor: Actor, filters: TrailQuery): ListFile =>
  listFile<TrailRow>({
    title: { zh: '审计日志', en: 'Audit trail' },
    columns: [
      moment('时间', 'Time', ({ at }) => at),
      text('人员', 'Person', ({ actorName }) => actorName, 14),
      text('登录名', 'Username', ({ username }) => username, 16),
      worded('角色', 'Role', ({ role }) =>
        role in roles ? roles[role as keyof typeof roles] : { zh: role, en: role },
      ),
      unitName('单位', 'Unit', ({ unit }) => unit),
      worded(
        '事项',
        'Action',
        ({ action }) => trailActions[action as TrailAction] ?? { zh: action, en: action },
      ),
      text('对象类别', 'Kind of subject', ({ subjectKind }) => subjectKind, 14),
      text('对象', 'Subject', ({ subject }) => subject, 38),
      text('详情', 'Details', ({ details }) => JSON.stringify(details), 60),
      text('地址', 'Address', ({ address }) => address, 16),
    ],
    batches: (tx) =>
      behind(
        (after: number | undefined, most) =>
          readTrail(tx, actor, filters, { ...(after !== undefined && { after }), most }),
        ({ id }) => id,
      ),
  })
