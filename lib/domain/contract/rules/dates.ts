import { addDays, daysBetween } from '../../time/dates'
import { type Circumstances, hit, hitWhen, type Rule } from './rule'

const IN_FORCE = '《技术合同认定登记管理办法》：合同生效后，在有效期内申请认定登记'
const LATEST_AFTER_SIGNING = 365
const EARLIEST_BEFORE_SIGNING = 90
const LONGEST_TERM_YEARS = 30

/** The day the office applied: a term that ran out while the contract was being corrected doesn't count against it. */
const applied = ({ appliedOn, today }: Circumstances): string => appliedOn ?? today

export const dateRules: readonly Rule[] = [
  {
    id: 'Q07',
    title: { zh: '签订日期晚于申请日期', en: 'Signed after the application' },
    severity: 'error',
    // Contracts of earlier years were entered unchecked: the self-audit finds theirs.
    since: '2025-01-01',
    source: '国家登记表填写说明：合同签订日期',
    check: ({ signDate }, { today }) =>
      hitWhen(
        signDate !== undefined && signDate > today,
        'signDate',
        `签订日期 ${signDate} 晚于申请登记之日（${today}），请核对。`,
        `The signing date ${signDate} lies after the day of application (${today}).`,
      ),
    examples: {
      passes: [[{ signDate: '2024-06-03' }, { today: '2024-06-03' }]],
      fails: [[{ signDate: '2024-06-04' }, { today: '2024-06-03' }]],
    },
  },
  {
    id: 'Q08',
    title: { zh: '终止日期早于起始日期', en: 'Ends before it begins' },
    severity: 'error',
    source: '国家登记表填写说明：合同有效期限',
    check: ({ signDate, effectiveDate, beginDate, endDate }) => {
      if (endDate === undefined) return []
      const starts = [
        ['beginDate', beginDate, '履行起始日期', 'begins on'],
        ['signDate', signDate, '签订日期', 'was signed on'],
        ['effectiveDate', effectiveDate, '生效日期', 'is in force from'],
      ] as const
      const first = starts.find(([, date]) => date !== undefined && date > endDate)
      if (!first) return []
      const [, date, zh, en] = first
      return [
        hit(
          'endDate',
          `终止日期 ${endDate} 早于${zh} ${date}，请核对。`,
          `It ends on ${endDate} but ${en} ${date}.`,
        ),
      ]
    },
    examples: {
      passes: [[{ beginDate: '2024-05-01', endDate: '2025-05-01' }], [{ endDate: '2025-05-01' }]],
      fails: [[{ beginDate: '2025-05-02', endDate: '2025-05-01' }], [{ endDate: '2024-01-01' }]],
    },
  },
  {
    id: 'Q09',
    title: { zh: '不在有效期内受理', en: 'Accepted outside its term' },
    severity: 'error',
    source: IN_FORCE,
    check: ({ effectiveDate, endDate }, circumstances) => [
      ...hitWhen(
        endDate !== undefined && endDate < applied(circumstances),
        'endDate',
        `合同已于 ${endDate} 届满，超过有效期的合同不予受理。日期有误的请更正；已延期的，请按补充协议填写。`,
        `The contract ended on ${endDate}; after its term it can’t be registered. Correct the date, or give the one of the amendment.`,
      ),
      ...hitWhen(
        effectiveDate !== undefined && effectiveDate > circumstances.today,
        'effectiveDate',
        `合同 ${effectiveDate} 才生效，请在生效后提交。`,
        `The contract is in force from ${effectiveDate}; submit it then.`,
      ),
    ],
    examples: {
      passes: [
        [{ endDate: '2025-01-01' }, { today: '2025-01-01' }],
        [{ endDate: '2025-01-01' }, { today: '2025-01-20', appliedOn: '2024-12-20' }],
      ],
      fails: [
        [{ endDate: '2025-01-01' }, { today: '2025-01-02' }],
        [{ effectiveDate: '2024-07-01' }, { today: '2024-06-30' }],
      ],
    },
  },
  {
    id: 'Q10',
    title: { zh: '补登记或疑似倒签', en: 'Registered late or perhaps backdated' },
    severity: 'warning',
    source: '合同登记自查：补登记与倒签',
    check: ({ signDate, beginDate }, circumstances) => {
      if (signDate === undefined) return []
      const late = daysBetween(signDate, applied(circumstances))
      const early = beginDate === undefined ? 0 : daysBetween(beginDate, signDate)
      return [
        ...hitWhen(
          late > LATEST_AFTER_SIGNING,
          'signDate',
          `合同签订 ${late} 天后才申请登记，请说明原因。`,
          `Registration is applied for ${late} days after signing; say why.`,
        ),
        ...hitWhen(
          early > EARLIEST_BEFORE_SIGNING,
          'beginDate',
          `履行起始日期比签订日期早 ${early} 天，疑似倒签，请说明原因。`,
          `The work begins ${early} days before signing; say why.`,
        ),
      ]
    },
    examples: {
      passes: [
        [{ signDate: '2023-06-04' }, { today: '2024-06-03' }],
        [{ signDate: '2024-06-03', beginDate: '2024-03-05' }],
      ],
      fails: [
        [{ signDate: '2023-06-03' }, { today: '2024-06-03' }],
        [{ signDate: '2024-06-03', beginDate: '2024-03-04' }],
      ],
    },
  },
  {
    id: 'force-before-signing',
    title: { zh: '生效早于签订', en: 'In force before signing' },
    severity: 'warning',
    source: '《民法典》第五百零二条：依法成立的合同，自成立时生效',
    check: ({ signDate, effectiveDate }) =>
      hitWhen(
        signDate !== undefined && effectiveDate !== undefined && effectiveDate < signDate,
        'effectiveDate',
        `生效日期 ${effectiveDate} 早于签订日期 ${signDate}，请核对或说明。`,
        `In force from ${effectiveDate}, before it was signed on ${signDate}; check or explain.`,
      ),
    examples: {
      passes: [[{ signDate: '2024-05-06', effectiveDate: '2024-05-06' }]],
      fails: [[{ signDate: '2024-05-06', effectiveDate: '2024-05-05' }]],
    },
  },
  {
    id: 'long-term',
    title: { zh: '合同期限过长', en: 'Very long term' },
    severity: 'warning',
    source: '合同登记自查：日期录入错误',
    check: ({ signDate, endDate }) =>
      hitWhen(
        signDate !== undefined &&
          endDate !== undefined &&
          endDate > addDays(signDate, LONGEST_TERM_YEARS * 366),
        'endDate',
        `合同期限超过 ${LONGEST_TERM_YEARS} 年（至 ${endDate}），请核对年份。`,
        `The term is longer than ${LONGEST_TERM_YEARS} years (until ${endDate}); check the year.`,
      ),
    examples: {
      passes: [[{ signDate: '2024-05-06', endDate: '2044-05-05' }]],
      fails: [[{ signDate: '2024-05-06', endDate: '2204-05-05' }]],
    },
  },
]
