import 'server-only'
import type { Content } from '@/lib/domain/contract/content'

/** What an office got wrong at first: how it entered the contract, what the centre said to it, where it was mended. */
export interface Flaw {
  reason: { code: string; path: string; text: string }
  /** The content as first entered; null where this contract can't have the flaw. */
  spoilt: (content: Content) => Content | null
  /** Fields that the correction sets right. */
  fields: readonly (keyof Content)[]
}

const field: Flaw = {
  reason: { code: 'B16', path: 'techField', text: '请按合同标的重新选择技术领域。' },
  spoilt: (content) => ({ ...content, techField: content.techField === '11' ? '09' : '11' }),
  fields: ['techField'],
}

const scan: Flaw = {
  reason: { code: 'B20', path: 'ATT01', text: '签章页扫描不清晰，请重新上传。' },
  spoilt: (content) => content,
  fields: [],
}

const costs: Flaw = {
  reason: { code: 'B10', path: 'technology', text: '请扣除设备、材料费用，并逐项列明。' },
  spoilt: ({ nonTechnical, ...content }) =>
    nonTechnical ? { ...content, technology: content.turnover } : null,
  fields: ['technology', 'nonTechnical'],
}

const summary: Flaw = {
  reason: { code: 'B05', path: 'summary', text: '请写明要解决的技术问题和考核指标。' },
  spoilt: ({ name, ...content }) => ({
    ...content,
    name,
    summary: `本合同为“${name}”，由卖方按照买方的要求开展工作，按期提交成果，双方按照约定进行验收，未尽事宜另行协商解决。`,
  }),
  fields: ['summary'],
}

const plan: Flaw = {
  reason: { code: 'B15', path: 'planSource', text: '立项文件载明为财政计划，请更正计划来源。' },
  spoilt: ({ planName: _, planNumber: __, ...content }) =>
    content.planSource === '9' ? null : { ...content, planSource: '9' },
  fields: ['planSource', 'planName', 'planNumber'],
}

/** As often as they happen: fields and scans most, the rest now and then. */
const flaws: readonly Flaw[] = [field, scan, costs, field, summary, scan, plan, field, costs, scan]

/** The flaw of the nth contract that comes back, the same at each telling. */
export function flawOf(content: Content, nth: number): { flaw: Flaw; spoilt: Content } {
  const flaw = flaws[nth % flaws.length] ?? field
  const spoilt = flaw.spoilt(content)
  return spoilt ? { flaw, spoilt } : { flaw: scan, spoilt: content }
}
