import { readFileSync } from 'node:fs'

/**
 * Errors planted into reports that are right, `{right→wrong}` within enough of the text to find the place.
 * `also`: other numbers that may be pointed at where arithmetic alone cannot tell which of them is wrong.
 */
export interface Planted {
  edit: string
  also?: readonly string[]
}

export const planted: Readonly<Record<string, readonly Planted[]>> = {
  'analysis-2022': [
    { edit: '比上年增加52项，增长{8.8→9.8}%' },
    { edit: '平均每项合同成交额{83.28→82.38}万元', also: ['8.0%'] },
    { edit: '技术开发合同登记{301→310}项' },
    { edit: '占全部成交额的{47.1→41.7}%' },
    { edit: '两类合同合计成交{4.50→4.05}亿元' },
    { edit: '降幅为{5.9→6.9}%' },
    { edit: '| {1820.50→1280.50} |' },
    { edit: '9210.45万元，占比{17.3→13.7}%' },
    { edit: '| {18.40→14.80}% |' },
    { edit: '分别占企业成交额的{55.4→54.4}%', also: ['44.6%'] },
  ],
  'development-2021': [
    { edit: '的４１１８３．００万元增长{１１．４→１２．４}％' },
    { edit: '平均成交额{７３．１４→７４．１３}万元' },
    { edit: '之比为{４．３→３．４}：１' },
    { edit: '占{１８．８→１９．８}％' },
    { edit: '{四师、六师→六师、四师}分列第二、第三', also: ['第二', '第三'] },
    { edit: '单位有四师、{六师、→}十一师' },
    { edit: '3120.40\t{19.8→16.8}' },
    { edit: '23.8\t{4→6}' },
    { edit: '出台率{43→46}%' },
    { edit: '基础理论类成果{26→36}项', also: ['150项'] },
  ],
  'bulletin-2023': [
    { edit: '占成交总金额的 {71.2→72.1}%' },
    { edit: '合同份数增加 {37→47} 份' },
    { edit: '| 20.{94→49} |' },
    { edit: '| {86.52→85.62} | 11.03', also: ['11.03'] },
    { edit: '占 {18.35→13.85}%' },
    { edit: '领域合计占比约 {61→71}%' },
    { edit: '成交额比上年减少 {509.30→590.30} 万元' },
    { edit: '领域成交额占比较上年下降 {0.7→1.7} 个百分点' },
    { edit: '4,980.30 | {230.40→320.40} |', also: ['8970.20'] },
    { edit: '3.51 亿元和 {2.62→2.26} 亿元' },
    { edit: '| {390→380} | 318', also: ['708'] },
  ],
  'annual-2025': [
    { edit: '净增{80→90}项' },
    { edit: '合同成交额突破{11→12}亿元' },
    { edit: '是上年的{1.46→1.64}倍' },
    { edit: '3384.30万元增长{1.1→2.1}倍' },
    { edit: '吸纳输出比为{6.1→6.7}:1' },
    { edit: '1000万元以上的技术合同{14→16}项' },
    {
      edit: '其次为{200万元-500→500万元-1000}万元区间，成交额为18220.35万元，占比15.4%',
      also: ['18220.35万元', '15.4%', '其次'],
    },
    { edit: '占合同总数的{28.0→30.0}%' },
    { edit: '| 兵团计划 | {260→250} |', also: ['30.3%'] },
    { edit: '元，占比{44.5→45.5}%' },
  ],
  'province-2020': [
    { edit: '同比增长{12.23→13.32}%' },
    { edit: '{乙市→甲州}成交额12.45亿元', also: ['12.45亿元', '52.29%', '居全省首位', '首位'] },
    { edit: '丙地区成交额同比{下降→增长}5.81%', also: ['5.81%'] },
    { edit: '超过3亿元的地区有甲州、乙市、丁市{→、戊州}。' },
    { edit: '2.8207 | {18.23→13.28}%' },
    { edit: '14.01% | {3→5} |' },
    { edit: '合同数增加{169→196}项' },
    { edit: '成交额为{195.32→159.32}万元' },
  ],
  'express-2018': [
    { edit: '占成交总金额的{17.8→18.7}%' },
    { edit: '占比超{七成→八成}' },
    { edit: '98.76亿元居第{二→三}位' },
    { edit: '两类合同分别占{11.4→14.1}%' },
    { edit: '平均每份合同成交{743→734}万元' },
  ],
  'city-2019': [
    { edit: '分别比上年同期增长11.2%和{18.7→17.8}%' },
    { edit: '占合同总金额的{75.0→70.5}%' },
    { edit: '提高到516.73万元，增加{32.73→23.73}万元' },
    { edit: '金额71.25亿元，占总额的{55.5→53.5}%' },
    { edit: '分别为64份、{218→281}份' },
    { edit: '占比4.1%和{2.5→5.2}%' },
    { edit: '\t{8.77→7.87}\t' },
    { edit: '占全市的{83.0→80.3}%' },
    { edit: '（{66.0→60.6}%）' },
    { edit: '三区合计{103.60→106.30}亿元' },
    { edit: '331\t{165400→156400}', also: ['1284600', '12.88%'] },
  ],
}

export const reportText = (name: string): string =>
  readFileSync(new URL(`./reports/${name}.md`, import.meta.url), 'utf8')

/** A place of a planted text, by its offset. */
export interface Mark extends Planted {
  start: number
  end: number
}

/** Plants all errors into a text. @throws where the place of one is not found, or found twice */
export function plant(text: string, errors: readonly Planted[]): { text: string; marks: Mark[] } {
  const changes = errors.map((error) => {
    const [, before = '', right = '', wrong = '', after = ''] =
      /^(.*)\{(.*)→(.*)\}(.*)$/s.exec(error.edit) ?? []
    const whole = before + right + after
    const at = text.indexOf(whole)
    if (whole === '' || at < 0 || text.indexOf(whole, at + 1) >= 0)
      throw new Error(`not one place: ${error.edit}`)
    return { error, at: at + before.length, right, wrong }
  })
  changes.sort((a, b) => a.at - b.at)
  const marks: Mark[] = []
  let made = ''
  let last = 0
  for (const { error, at, right, wrong } of changes) {
    made += text.slice(last, at)
    marks.push({ ...error, start: made.length, end: made.length + wrong.length })
    made += wrong
    last = at + right.length
  }
  return { text: made + text.slice(last), marks }
}
