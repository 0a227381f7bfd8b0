import { OWN_REGION, parseNumber } from '../../contract/registration-number'
import { FEN_PER_YUAN, formatWan } from '../../money'
import type { Found, RecordRule } from '../rule'

const MEASURES = '《技术合同认定登记管理办法》'
const DRAFT_14 = '《技术合同认定登记管理办法（征求意见稿）》第十四条'
const NUMBERS = '合同登记编号规则：年份、地区、登记点、序号'

const when = (holds: boolean, found: Found): Found[] => (holds ? [found] : [])
const [A, B, C] = ['a', 'b', 'c'].map((end) => `00000000-0000-7000-8000-00000000000${end}`) as [
  string,
  string,
  string,
]

/** How a contract came to be registered: days, deadline, people, number, unit. */
export const decisionRules: readonly RecordRule[] = [
  {
    id: 'Q11',
    scope: 'record',
    title: { zh: '受理、审核、登记的先后有误', en: 'Acceptance, decision and registration out of order' },
    severity: 'error',
    source: `${MEASURES}：受理、审核、登记依次进行`,
    message: { zh: '{earlier}晚于{later}（{days}）。', en: '{earlier} comes after {later} ({days}).' },
    check: ({ appliedOn, acceptedOn, decidedOn, registeredOn }) => {
      const steps = [
        { on: appliedOn, zh: '申请日期', en: 'The application' },
        { on: acceptedOn, zh: '受理日期', en: 'The acceptance' },
        { on: decidedOn, zh: '审核日期', en: 'The decision' },
        { on: registeredOn, zh: '登记日期', en: 'The registration' },
      ].flatMap(({ on, ...words }) => (on === null ? [] : [{ on, words }]))
      return steps.slice(1).flatMap(({ on, words }, at) => {
        const before = steps[at]
        if (before === undefined || before.on <= on) return []
        const later = { zh: words.zh, en: `${words.en.charAt(0).toLowerCase()}${words.en.slice(1)}` }
        return [{ params: { earlier: before.words, later, days: `${before.on} > ${on}` } }]
      })
    },
    examples: {
      passes: [{ acceptedOn: '2024-06-03', decidedOn: '2024-06-14', registeredOn: '2024-06-14' }],
      fails: [{ acceptedOn: '2024-06-17', registeredOn: '2024-06-14' }, { decidedOn: '2024-06-16' }],
    },
  },
  {
    id: 'Q12',
    scope: 'record',
    title: { zh: '登记编号有误', en: 'Registration number wrong' },
    severity: 'error',
    source: NUMBERS,
    message: { zh: '登记编号 {number}：{problem}。', en: 'Registration number {number}: {problem}.' },
    check: ({ number, year, point }) => {
      const parsed = parseNumber(number ?? '')
      const found = (zh: string, en: string) => [{ params: { number: number ?? '—', problem: { zh, en } } }]
      if (!parsed.ok) return found('不是 16 位登记编号', 'not a number of 16 digits')
      if (parsed.number.year !== year) {
        return found(`年份与统计年度 ${year} 不符`, `its year is not the statistical year ${year}`)
      }
      // A number of the national system carries another region and its own points.
      return parsed.number.region === OWN_REGION && parsed.number.point !== point
        ? found(`登记点与登记机构（${point}）不符`, `its point is not the office’s (${point})`)
        : []
    },
    examples: {
      passes: [{ number: '2024660015000001' }, { number: '2024650199000001' }],
      fails: [{ number: '2023660015000001' }, { number: '2024660014000001' }, { number: '2024' }],
    },
  },
  {
    id: 'Q41',
    scope: 'record',
    title: { zh: '登记机构已撤并', en: 'Unit was closed' },
    severity: 'error',
    source: '登记机构名册',
    message: {
      zh: '登记日期 {registeredOn} 时登记机构已撤并。',
      en: 'The unit was closed on {registeredOn}.',
    },
    check: ({ unitClosed, registeredOn }) => when(unitClosed, { params: { registeredOn } }),
    examples: { passes: [{ unitClosed: false }], fails: [{ unitClosed: true }] },
  },
  {
    id: 'Q42',
    scope: 'record',
    title: { zh: '审核超期', en: 'Decided after the deadline' },
    severity: 'warning',
    source: DRAFT_14,
    message: {
      zh: '应于 {dueOn} 前审结，{decidedOn} 才办结。',
      en: 'Due by {dueOn}, decided on {decidedOn}.',
    },
    check: ({ dueOn, decidedOn, registeredOn }) => {
      const day = decidedOn ?? registeredOn
      return dueOn === null ? [] : when(day > dueOn, { params: { dueOn, decidedOn: day } })
    },
    examples: {
      passes: [{ dueOn: '2024-06-14', decidedOn: '2024-06-14' }, { dueOn: null }],
      fails: [{ dueOn: '2024-06-13', decidedOn: '2024-06-14' }],
    },
  },
  {
    id: 'Q43',
    scope: 'record',
    title: { zh: '大额合同缺少二次审核', en: 'Large contract without a second approver' },
    severity: 'error',
    source: DRAFT_14,
    message: {
      zh: '技术交易额 {technology} 万元，属大额合同，只有一名审核员审核。',
      en: 'A large contract ({technology} × 10,000 yuan of technology) with one approver only.',
    },
    check: ({ content: { technology = 0n }, firstApprover, settings }) =>
      when(technology >= BigInt(settings.largeThreshold) * FEN_PER_YUAN && firstApprover === null, {
        path: 'technology',
        params: { technology: formatWan(technology) },
      }),
    examples: {
      passes: [
        { content: { technology: 499_999_999n } },
        { content: { technology: 500_000_000n }, firstApprover: C },
      ],
      fails: [{ content: { turnover: 500_000_000n, technology: 500_000_000n }, firstApprover: null }],
    },
  },
  {
    id: 'Q44',
    scope: 'record',
    title: { zh: '经办与审核未分开', en: 'Entry and approvals by the same person' },
    severity: 'error',
    source: `${MEASURES}：经办、初审、复审分离与回避`,
    message: { zh: '{who}是同一人。', en: '{who} are the same person.' },
    check: ({ enteredBy, editedBy, firstApprover, decidedBy }) => [
      ...when(firstApprover !== null && firstApprover === decidedBy, {
        params: { who: { zh: '初审与复审', en: 'First and second approver' } },
      }),
      ...when(
        [firstApprover, decidedBy].some((one) => one === enteredBy || one === editedBy),
        {
          params: { who: { zh: '录入与审核', en: 'Who entered and who approved it' } },
        },
      ),
    ],
    examples: {
      passes: [{ enteredBy: A, editedBy: A, firstApprover: null, decidedBy: B }],
      fails: [
        { firstApprover: B, decidedBy: B },
        { enteredBy: A, editedBy: B, decidedBy: B },
      ],
    },
  },
  {
    id: 'Q48',
    scope: 'record',
    title: { zh: '有补充协议而无变更记录', en: 'Amendment on file, change not recorded' },
    severity: 'warning',
    source: `${MEASURES}：合同变更、解除的，应办理变更或撤销手续`,
    message: {
      zh: '附有变更、解除协议或裁判文书，而登记后没有变更、更正或撤销记录。',
      en: 'An amendment, termination or court document is attached, yet nothing was recorded after registration.',
    },
    check: ({ attachments, laterActs }) =>
      when(attachments.includes('ATT14') && laterActs.length === 0, { path: 'ATT14', params: {} }),
    examples: {
      passes: [{ attachments: ['ATT01'] }, { attachments: ['ATT01', 'ATT14'], laterActs: ['change'] }],
      fails: [{ attachments: ['ATT01', 'ATT14'], laterActs: [] }],
    },
  },
  {
    id: 'Q51',
    scope: 'record',
    title: { zh: '涉税、大额、涉外合同', en: 'Tax, large and foreign contracts' },
    severity: 'hint',
    startsOff: true,
    source: '科技部关于开展技术合同认定登记自查的通知（2021）：涉税、大额、涉外合同逐份核查',
    message: { zh: '{kinds}合同，应列入本年度核查。', en: 'To be looked at this year: {kinds}.' },
    check: ({ content, settings }) => {
      const { policies = [], technology = 0n, trade = '0', seller, buyer } = content
      const foreign = trade !== '0' || [seller, buyer].some((party) => (party?.country ?? '142') !== '142')
      const kinds = [
        ...when(policies.length > 0, { params: { zh: '涉税', en: 'tax' } }),
        ...when(technology >= BigInt(settings.largeThreshold) * FEN_PER_YUAN, {
          params: { zh: '大额', en: 'large' },
        }),
        ...when(foreign, { params: { zh: '涉外', en: 'foreign' } }),
      ].map(({ params }) => params)
      const told = { zh: kinds.map(({ zh }) => zh).join('、'), en: kinds.map(({ en }) => en).join(', ') }
      return when(kinds.length > 0, { params: { kinds: told } })
    },
    examples: {
      passes: [{}],
      fails: [{ content: { trade: '1' } }, { content: { technology: 900_000_000n } }],
    },
  },
  {
    id: 'Q59',
    scope: 'record',
    title: { zh: '统计年度与登记日期不符', en: 'Statistical year differs from the day of registration' },
    severity: 'error',
    source: '统计口径：统计年度为登记日期所在年度',
    message: {
      zh: '计入 {year} 年，登记日期为 {registeredOn}。',
      en: 'Counted in {year}, registered on {registeredOn}.',
    },
    check: ({ year, registeredOn }) =>
      when(!registeredOn.startsWith(`${year}-`), { params: { year: String(year), registeredOn } }),
    examples: { passes: [{ registeredOn: '2024-12-31' }], fails: [{ registeredOn: '2025-01-01' }] },
  },
]
