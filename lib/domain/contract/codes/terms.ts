import type { Words } from '../../words'
import { type Code, entry } from './code'

/** CL08 支付方式 (民法典 Art. 846). */
export const payMethod: readonly Code[] = [
  entry('1', '一次总付', 'Lump sum', { names: ['一次支付', '一次支付（一次总付）'] }),
  entry('2', '分期支付', 'Instalments', { names: ['一次总算、分期支付', '一次总算分期支付'] }),
  entry('3', '提成支付', 'Royalty'),
  entry('4', '提成支付附加预付入门费', 'Royalty with entry fee', { names: ['提成支付附加入门费'] }),
  entry('5', '技术入股', 'Equity'),
  entry('9', '其他支付方式', 'Other', { names: ['其他'] }),
]

/** A size band of CL11: bounds in fen, the lower one inclusive. */
export interface SizeBand extends Code {
  lower: bigint
  upper: bigint | null
}

/** Lower bounds in 万元, as the report's Table 3 prints them. */
const BOUNDS = [0, 1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000]

const bandWords = (lower: number, upper: number | undefined): Words =>
  upper === undefined
    ? { zh: '1亿元及以上', en: '100 million yuan and more' }
    : { zh: `${lower}-${upper}万元`, en: `${lower}–${upper} × 10,000 yuan` }

/** CL11 金额规模: [0,1) [1,5) … [5000,10000) 万元 and [1 亿元, ∞). */
export const sizeBand: readonly SizeBand[] = BOUNDS.map((lower, index) => {
  const upper = BOUNDS[index + 1]
  return {
    code: String(index + 1).padStart(2, '0'),
    words: bandWords(lower, upper),
    names: upper === undefined ? ['1 亿元及以上'] : [`${lower}-${upper}`],
    lower: BigInt(lower) * 1_000_000n,
    upper: upper === undefined ? null : BigInt(upper) * 1_000_000n,
  }
})

/** The band of a turnover in fen; a negative amount has none and is an error of the caller. */
export function sizeBandOf(fen: bigint): SizeBand {
  const band = sizeBand.findLast((one) => fen >= one.lower)
  if (!band) throw new RangeError(`No size band for ${fen} fen`)
  return band
}

/** 技术进出口. */
export const trade: readonly Code[] = [
  entry('0', '无', 'Neither'),
  entry('1', '技术进口', 'Technology import'),
  entry('2', '技术出口', 'Technology export'),
]

/** CL18 拟享受政策. */
export const policy: readonly Code[] = [
  entry('VAT', '增值税免征', 'VAT exemption', { names: ['增值税'] }),
  entry('CIT', '企业所得税减免', 'Corporate income tax relief', { names: ['企业所得税'] }),
  entry('RND', '研发费用加计扣除', 'R&D super-deduction', { names: ['加计扣除'] }),
  entry('IIT', '个人所得税优惠', 'Individual income tax relief', { names: ['个人所得税'] }),
  entry('REW', '奖酬金提取', 'Reward for the inventors', { names: ['奖酬金'] }),
  entry('LOC', '地方奖补', 'Local subsidy'),
]

/** CL19 许可方式. */
export const licenceMode: readonly Code[] = [
  entry('1', '独占许可', 'Exclusive licence', { names: ['独占'] }),
  entry('2', '排他许可', 'Sole licence', { names: ['排他'] }),
  entry('3', '普通许可', 'Ordinary licence', { names: ['普通'] }),
  entry('4', '分许可', 'Sub-licence'),
  entry('5', '交叉许可', 'Cross-licence', { names: ['交叉'] }),
]

/** 合同文本形式; an oral contract can't be registered. */
export const contractForm: readonly Code[] = [
  entry('1', '示范文本', 'Model contract'),
  entry('2', '自拟合同', "The parties' own text", { names: ['自拟'] }),
  entry('3', '电子合同', 'Electronic contract'),
  entry('4', '项目任务书', 'Project assignment document', { names: ['任务书'] }),
  entry('5', '中标通知书及投标文件', 'Award notice with tender documents', {
    names: ['中标通知书+投标文件'],
  }),
]

/** 合同语种. Any but Chinese needs a Chinese copy and a statement that both agree (ATT09). */
export const language: readonly Code[] = [
  entry('zh', '中文', 'Chinese'),
  entry('en', '英文', 'English'),
  entry('ru', '俄文', 'Russian'),
  entry('kk', '哈萨克文', 'Kazakh'),
  entry('de', '德文', 'German'),
  entry('fr', '法文', 'French'),
  entry('ja', '日文', 'Japanese'),
  entry('other', '其他语种', 'Other', { names: ['其他'] }),
]

/** 币种, ISO 4217. */
export const currency: readonly Code[] = [
  entry('CNY', '人民币', 'Chinese yuan'),
  entry('USD', '美元', 'US dollar'),
  entry('EUR', '欧元', 'Euro'),
  entry('JPY', '日元', 'Japanese yen'),
  entry('GBP', '英镑', 'Pound sterling'),
  entry('HKD', '港元', 'Hong Kong dollar'),
  entry('RUB', '俄罗斯卢布', 'Russian rouble'),
  entry('KZT', '哈萨克斯坦坚戈', 'Kazakhstani tenge'),
  entry('KRW', '韩元', 'South Korean won'),
  entry('CHF', '瑞士法郎', 'Swiss franc'),
  entry('CAD', '加拿大元', 'Canadian dollar'),
  entry('AUD', '澳大利亚元', 'Australian dollar'),
  entry('SGD', '新加坡元', 'Singapore dollar'),
]

/** 附件种类 ATT01–ATT14. */
export const attachmentKind: readonly Code[] = [
  entry('ATT01', '合同文本（全文及签章页）', 'Contract text with signature pages'),
  entry('ATT02', '申请方真实性承诺书', "Applicant's statement of truth"),
  entry('ATT03', '主体资格证明（营业执照、法人证书等）', 'Proof of the party (licence, certificate)'),
  entry('ATT04', '法定代表人授权书', "Legal representative's authorisation"),
  entry('ATT05', '政府项目证明（任务书、立项文件等）', 'Proof of a public project'),
  entry('ATT06', '知识产权证明', 'Proof of intellectual property'),
  entry('ATT07', '技术秘密说明', 'Statement on know-how'),
  entry('ATT08', '生产许可证或批准文件', 'Production licence or approval'),
  entry('ATT09', '中文副本及一致性承诺书', 'Chinese copy and statement that both agree'),
  entry('ATT10', '技术进口合同登记证书及数据表', 'Technology import certificate and data sheet'),
  entry('ATT11', '技术性收入核定表', 'Approved technology income form'),
  entry('ATT12', '技术交易奖酬金领取表', 'Reward payment form'),
  entry('ATT13', '费用构成或预算表', 'Cost breakdown or budget'),
  entry('ATT14', '变更、解除协议或裁判文书', 'Amendment, termination or court document'),
]
