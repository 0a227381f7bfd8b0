import type { Content } from '@/lib/domain/contract/content'
import { usccCheckCharacter } from '@/lib/domain/organisation/uscc'
import { addDays, shanghaiDate } from '@/lib/domain/time/dates'

const today = shanghaiDate(new Date())
let made = 0

/** A content that passes every rule; each one differs enough from the others not to look like a duplicate. */
export function completeContent(changes: Content = {}): Content {
  made += 1
  const marker = String(made).padStart(4, '0')
  return {
    name: `第${marker}号棉田节水灌溉技术研究开发`,
    subtype: '11',
    registrantRole: '1',
    language: 'zh',
    form: '2',
    summary: `针对第${marker}号灌区输配水损失大、墒情监测滞后的问题，研究土壤水分自动监测与变量灌溉决策方法，形成可考核的节水率指标、操作规程和验收报告。`,
    isSecret: false,
    seller: {
      name: '石河子大学',
      country: '142',
      code: '12659001MAFL02105T',
      kind: '022',
      region: '659001',
      isCorps: true,
    },
    buyer: {
      name: '二师农业农村局（示例）',
      country: '142',
      code: '11659006MAAY40104E',
      kind: '010',
      region: '659006',
      isCorps: true,
    },
    turnover: 10_000_000n + BigInt(made) * 1_000_000n,
    technology: 10_000_000n + BigInt(made) * 1_000_000n,
    currency: 'CNY',
    payMethod: '1',
    techField: '09',
    goal: '09',
    planSource: '9',
    intellectualProperty: ['1'],
    isRelated: false,
    trade: '0',
    signDate: addDays(today, -30),
    effectiveDate: addDays(today, -30),
    endDate: addDays(today, 700),
    ...changes,
  }
}

/** Parties by number, so that few contracts share a seller and hardly any a buyer, as in a real year. */
export function partiesOf(
  index: number,
  sellers = 250,
): { seller: NonNullable<Content['seller']>; buyer: NonNullable<Content['buyer']> } {
  const { seller, buyer } = completeContent()
  const ofSeller = index % sellers
  return {
    seller: { ...seller, name: `示例卖方${ofSeller}`, code: codeOf(1, ofSeller) },
    buyer: { ...buyer, name: `示例买方${index}`, code: codeOf(2, index) },
  }
}

/** A well-formed code of an organisation; sellers and buyers are numbered apart. */
function codeOf(series: number, index: number): string {
  const head = `12659001MA${series}${String(index).padStart(6, '0')}`
  return `${head}${usccCheckCharacter(head)}`
}
