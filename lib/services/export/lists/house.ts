import 'server-only'
import { readStates } from '@/db/audit/switches'
import { readUnitHistories, type UnitHistory } from '@/db/queries/units'
import { auditRules } from '@/lib/domain/audit/catalogue'
import type { AuditRule } from '@/lib/domain/audit/rule'
import { severities } from '@/lib/domain/contract/check'
import type { Words } from '@/lib/domain/words'
import { day, type ListFile, listFile, text, worded } from '../list-file'

const either = (is: boolean | undefined, yes: Words, no: Words): Words => (is ? yes : no)

/** The rules of the self-audit, and which are on. */
export const ruleList = (): ListFile =>
  listFile<{ rule: AuditRule; on: boolean }>({
    title: { zh: '自查规则', en: 'Rules of the self-audit' },
    columns: [
      text('编号', 'Id', ({ rule }) => rule.id, 8),
      worded('规则', 'Rule', ({ rule }) => rule.title, 60),
      worded('级别', 'Severity', ({ rule }) => severities[rule.severity], 10),
      text('依据', 'Source', ({ rule }) => rule.source, 44),
      worded(
        '状态',
        'State',
        ({ on }) => either(on, { zh: '启用', en: 'On' }, { zh: '停用', en: 'Off' }),
        10,
      ),
    ],
    batches: async function* (tx) {
      const states = await readStates(tx)
      yield auditRules.map((rule) => ({ rule, on: states.get(rule.id) === true }))
    },
  })

/** Units with every version of them, the latest first. */
export const unitList = (): ListFile =>
  listFile<UnitHistory['versions'][number] & { point: string }>({
    title: { zh: '登记机构', en: 'Registration units' },
    columns: [
      text('代码', 'Code', ({ unit }) => unit, 8),
      worded('名称', 'Name', ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }), 24),
      text('登记点', 'Point', ({ point }) => point, 8),
      worded('区域', 'Area', ({ area }) =>
        either(area === 'south', { zh: '南疆', en: 'South' }, { zh: '北疆', en: 'North' }),
      ),
      worded('参加排名', 'Ranked', ({ ranked }) =>
        either(ranked, { zh: '是', en: 'Yes' }, { zh: '否', en: 'No' }),
      ),
      worded('状态', 'State', ({ closed }) =>
        either(closed, { zh: '停用', en: 'Closed' }, { zh: '在用', en: 'Open' }),
      ),
      day('起始日期', 'Valid from', ({ validFrom }) => validFrom),
    ],
    batches: async function* (tx) {
      yield (await readUnitHistories(tx)).flatMap(({ point, versions }) =>
        versions.map((version) => ({ ...version, point })),
      )
    },
  })
