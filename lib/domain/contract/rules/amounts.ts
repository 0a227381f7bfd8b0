import { FEN_PER_YUAN, formatWan, formatYuan } from '../../money'
import { found, quoted, sum } from './reading'
import { hit, hitWhen, type Rule } from './rule'

const TURNOVER_RULES = '《技术合同认定规则》关于成交额、技术交易额的规定'
const SMALLEST_LIKELY = 1000n * FEN_PER_YUAN

/** Words of goods, not of technology: 仪器仪表自动化技术 or 材料力学 must not match, 设备采购 must. */
const EQUIPMENT =
  /(?:设备|仪器|器材|硬件|材料|零部件|元器件|物资|耗材)(?:购置|采购|购买|供货|供应|销售|费)|(?:采购|购置|购买|含|提供)[^，。；、]{0,8}(?:设备|仪器|硬件|材料|零部件|物资)|设备清单|整机(?:销售|供货)|成套设备/g

export const amountRules: readonly Rule[] = [
  {
    id: 'Q01',
    title: { zh: '技术交易额大于成交额', en: 'Technology turnover above the turnover' },
    severity: 'error',
    source: TURNOVER_RULES,
    check: ({ turnover, technology }) =>
      hitWhen(
        turnover !== undefined && technology !== undefined && technology > turnover,
        'technology',
        `技术交易额 ${formatYuan(technology ?? 0n)} 元大于成交额 ${formatYuan(turnover ?? 0n)} 元，请核对两个金额。`,
        `The technology turnover ${formatYuan(technology ?? 0n)} is more than the turnover ${formatYuan(turnover ?? 0n)}; check both.`,
      ),
    examples: {
      passes: [[{ turnover: 10_000_000n, technology: 10_000_000n }]],
      fails: [[{ turnover: 10_000_000n, technology: 10_000_001n }]],
    },
  },
  {
    id: 'Q02',
    title: { zh: '金额为零', en: 'An amount of nothing' },
    severity: 'error',
    source: TURNOVER_RULES,
    check: ({ turnover, technology }) => [
      ...hitWhen(turnover === 0n, 'turnover', '成交额应大于 0。', 'The turnover must be more than 0.'),
      ...hitWhen(
        technology === 0n,
        'technology',
        '技术交易额应大于 0；不含技术交易额的合同不予登记。',
        'The technology turnover must be more than 0; without any, a contract is not registered.',
      ),
    ],
    examples: {
      passes: [[{ turnover: 10_000_000n, technology: 1n, nonTechnical: [] }]],
      fails: [[{ turnover: 0n, technology: 0n }], [{ technology: 0n }]],
    },
  },
  {
    id: 'Q03',
    title: { zh: '成交额与其构成不符', en: 'Turnover differs from its parts' },
    severity: 'error',
    source: TURNOVER_RULES,
    check: ({ turnover, technology, nonTechnical = [] }) => {
      const costs = sum(nonTechnical.map(({ amount }) => amount))
      if (turnover === undefined || technology === undefined || nonTechnical.length === 0) return []
      return hitWhen(
        turnover !== technology + costs,
        'nonTechnical',
        `成交额 ${formatYuan(turnover)} 元应等于技术交易额 ${formatYuan(technology)} 元加非技术性费用合计 ${formatYuan(costs)} 元，现为 ${formatYuan(technology + costs)} 元。`,
        `The turnover ${formatYuan(turnover)} must equal technology ${formatYuan(technology)} plus non-technical costs ${formatYuan(costs)}; they add up to ${formatYuan(technology + costs)}.`,
      )
    },
    examples: {
      passes: [
        [
          {
            turnover: 10_000_000n,
            technology: 8_000_000n,
            nonTechnical: [{ what: '材料费', amount: 2_000_000n }],
          },
        ],
      ],
      fails: [
        [
          {
            turnover: 10_000_000n,
            technology: 8_000_000n,
            nonTechnical: [{ what: '材料费', amount: 1_000_000n }],
          },
        ],
      ],
    },
  },
  {
    id: 'V02',
    title: { zh: '技术交易额低于成交额而未列费用', en: 'Lower technology turnover without costs listed' },
    severity: 'warning',
    source: TURNOVER_RULES,
    check: ({ turnover, technology, nonTechnical = [] }) =>
      hitWhen(
        turnover !== undefined &&
          technology !== undefined &&
          technology < turnover &&
          nonTechnical.length === 0,
        'nonTechnical',
        `技术交易额比成交额少 ${formatYuan((turnover ?? 0n) - (technology ?? 0n))} 元，请在非技术性费用中逐项列出，或说明原因。`,
        `The technology turnover is ${formatYuan((turnover ?? 0n) - (technology ?? 0n))} below the turnover; list the non-technical costs or say why.`,
      ),
    examples: {
      passes: [[{ turnover: 10_000_000n, technology: 10_000_000n }]],
      fails: [[{ turnover: 10_000_000n, technology: 8_000_000n, nonTechnical: [] }]],
    },
  },
  {
    id: 'Q04',
    title: { zh: '含设备、材料而未扣除', en: 'Equipment or materials not deducted' },
    severity: 'warning',
    source: '《技术合同认定规则》：购置设备、仪器、零部件、原材料等费用不计入技术交易额',
    check: ({ turnover, technology, name, summary }) => {
      const words = found(EQUIPMENT, name, summary)
      if (turnover === undefined || turnover !== technology || words.length === 0) return []
      const { zh, en } = quoted(words)
      return [
        hit(
          'technology',
          `合同名称或摘要提到${zh}，而技术交易额等于成交额。含设备、材料等费用的，请从技术交易额中扣除。`,
          `The name or summary mentions ${en}, yet the technology turnover equals the turnover. Deduct equipment and materials, or explain.`,
        ),
      ]
    },
    examples: {
      passes: [
        [{ name: '工业设备故障诊断技术研发', turnover: 9_000_000n, technology: 9_000_000n }],
        [
          {
            name: '滴灌系统研发及设备采购',
            turnover: 9_000_000n,
            technology: 5_000_000n,
            nonTechnical: [{ what: '设备', amount: 4_000_000n }],
          },
        ],
      ],
      fails: [[{ name: '滴灌系统研发及设备采购', turnover: 9_000_000n, technology: 9_000_000n }]],
    },
  },
  {
    id: 'Q05',
    title: { zh: '金额疑似误用万元', en: 'Amount perhaps in ten thousands' },
    severity: 'warning',
    source: '合同登记自查：计量单位元与万元混淆',
    check: ({ turnover, technology }) => {
      const [path, label, english, amount] =
        turnover !== undefined && turnover < SMALLEST_LIKELY
          ? ['turnover', '成交额', 'turnover', turnover]
          : ['technology', '技术交易额', 'technology turnover', technology ?? SMALLEST_LIKELY]
      return hitWhen(
        amount > 0n && amount < SMALLEST_LIKELY,
        path,
        `${label}仅 ${formatYuan(amount)} 元。本栏单位为元：若合同为 ${formatYuan(amount)} 万元，请填 ${formatYuan(amount * 10_000n)}。`,
        `The ${english} is only ${formatYuan(amount)} yuan. This field is in yuan: for ${formatYuan(amount)} × 10,000 enter ${formatYuan(amount * 10_000n)}.`,
      )
    },
    examples: {
      passes: [[{ turnover: 100_000n, technology: 100_000n }]],
      fails: [[{ turnover: 3_600n, technology: 3_600n }], [{ turnover: 36_000_000n, technology: 3_600n }]],
    },
  },
  {
    id: 'instalments-sum',
    title: { zh: '各期付款合计与成交额不等', en: 'Instalments differ from the turnover' },
    severity: 'error',
    source: '国家登记表填写说明：付款节点',
    check: ({ turnover, instalments = [] }) => {
      const total = sum(instalments.map(({ amount }) => amount))
      if (turnover === undefined || instalments.length === 0) return []
      return hitWhen(
        total !== turnover,
        'instalments',
        `各期付款合计 ${formatYuan(total)} 元，与成交额 ${formatYuan(turnover)} 元不等。`,
        `The instalments add up to ${formatYuan(total)}, not to the turnover ${formatYuan(turnover)}.`,
      )
    },
    examples: {
      passes: [
        [{ payMethod: '2', turnover: 500_000n, instalments: [{ terms: '签订后', amount: 500_000n }] }],
        [{ payMethod: '3', turnover: 500_000n, instalments: [{ terms: '签订后', amount: 100_000n }] }],
      ],
      fails: [[{ payMethod: '2', turnover: 500_000n, instalments: [{ terms: '签订后', amount: 400_000n }] }]],
    },
  },
  {
    id: 'exchange',
    title: { zh: '外币折算与成交额不符', en: 'Foreign amount differs from the turnover' },
    severity: 'warning',
    source: '国家登记表填写说明：外币按签订日汇率折算',
    check: ({ turnover, foreignAmount, exchangeRate }) => {
      if (turnover === undefined || !foreignAmount || !exchangeRate) return []
      const fen = BigInt(Math.round(foreignAmount * exchangeRate * 100))
      const apart = fen > turnover ? fen - turnover : turnover - fen
      return hitWhen(
        apart * 100n > turnover,
        'foreignAmount',
        `外币金额按汇率折合 ${formatYuan(fen)} 元，与成交额 ${formatYuan(turnover)} 元相差超过 1%。`,
        `At this rate the foreign amount is ${formatYuan(fen)} yuan, more than 1 % off the turnover ${formatYuan(turnover)}.`,
      )
    },
    examples: {
      passes: [[{ currency: 'USD', turnover: 7_100_000n, foreignAmount: 10_000, exchangeRate: 7.1 }]],
      fails: [[{ currency: 'USD', turnover: 710_000n, foreignAmount: 10_000, exchangeRate: 7.1 }]],
    },
  },
  {
    id: 'V11',
    title: { zh: '大额合同提示', en: 'Notice of a large contract' },
    severity: 'hint',
    source: '《技术合同认定登记管理办法（征求意见稿）》第十四条',
    check: ({ technology }, { settings }) =>
      hitWhen(
        technology !== undefined && technology >= BigInt(settings.largeThreshold) * FEN_PER_YUAN,
        'technology',
        `技术交易额达到 ${formatWan(BigInt(settings.largeThreshold) * FEN_PER_YUAN)} 万元，属大额合同，须经两名审核员审核，期限 ${settings.reviewDaysLarge} 个工作日。`,
        `From ${formatWan(BigInt(settings.largeThreshold) * FEN_PER_YUAN)} × 10,000 yuan a contract is large: two approvers, ${settings.reviewDaysLarge} working days.`,
      ),
    examples: {
      passes: [[{ turnover: 499_999_999n, technology: 499_999_999n }]],
      fails: [[{ turnover: 500_000_000n, technology: 500_000_000n }]],
    },
  },
]
