import 'server-only'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { pathWords } from '@/lib/domain/contract/path-words'
import type { PublishedPlace } from '@/lib/domain/published/places'
import type { Words } from '@/lib/domain/words'
import { ages } from '@/lib/domain/work/ages'
import type { CentreWork, UnitInHand } from '@/lib/domain/work/centre-work'
import { type DayKind, type DecisionDay, decidedOn } from '@/lib/domain/work/decisions'
import type { Quality } from '@/lib/domain/work/quality'
import type { ReturnedField, UnitReturns } from '@/lib/domain/work/returns'
import type { Turnaround, YearTurnaround } from '@/lib/domain/work/turnaround'
import { count, day, type ListFile, listFile, money, ready, text, worded } from '../list-file'

const whole: Words = { zh: '合计', en: 'Total' }

interface UnitWork {
  words: Words
  inHand: UnitInHand
  returns: UnitReturns
  quality: Quality
}

/** The centre's work by unit: what is in hand now; returns and quality of the year. */
export const unitWorkList = ({ year, units, inHand, returns, quality }: CentreWork): ListFile =>
  listFile<UnitWork>({
    title: { zh: `${year}年各单位办理情况`, en: `Work by unit ${year}` },
    columns: [
      worded('登记单位', 'Unit', ({ words }) => words, 18),
      count('待审核', 'In hand', (one) => one.inHand.contracts),
      ...ages.map(({ id, words }) =>
        count<UnitWork>(
          `已等待${words.zh.replaceAll(' ', '')}`,
          `Waiting ${words.en} days`,
          (one) => one.inHand.ages[id],
        ),
      ),
      count('已逾期', 'Overdue', (one) => one.inHand.overdue),
      count('临近期限', 'Due soon', (one) => one.inHand.near),
      count('登记', 'Registered', (one) => one.quality.registered),
      count('一次通过', 'Passed at once', (one) => one.quality.first.part),
      count('提交时有提示', 'With warnings', (one) => one.quality.warned.part),
      count('标为疑似重复', 'Marked as duplicates', (one) => one.quality.marked.part),
      count('在中心中位天数', 'Median days at the centre', (one) => one.quality.centreMedian),
      count('审结', 'Decided', (one) => one.quality.inTime.of),
      count('期限内审结', 'Decided in time', (one) => one.quality.inTime.part),
      count('退回', 'Returned', (one) => one.returns.returns),
      ...returns.codes.map((code, at) => {
        const { zh, en } = codeWords('returnReason', code)
        return count<UnitWork>(`退回：${zh}`, `Returned: ${en}`, (one) => one.returns.byReason[at])
      }),
      count('退回：其他原因', 'Returned: other reasons', (one) => one.returns.others),
    ],
    batches: () =>
      ready([
        ...units.flatMap(({ words }, at) => {
          const [own, back, good] = [inHand.rows[at], returns.rows[at], quality.rows[at]]
          return own && back && good ? [{ words, inHand: own, returns: back, quality: good }] : []
        }),
        { words: whole, inHand: inHand.total, returns: returns.total, quality: quality.total },
      ]),
  })

const dayKinds: Record<DayKind, Words> = {
  working: { zh: '工作日', en: 'Working day' },
  made: { zh: '调休上班', en: 'Worked instead' },
  weekend: { zh: '周末', en: 'Weekend' },
  holiday: { zh: '放假', en: 'Holiday' },
}

/** What the centre decided on each of the last days. */
export const decisionDayList = ({ days }: Pick<CentreWork, 'days'>): ListFile =>
  listFile<DecisionDay>({
    title: { zh: '每日审结', en: 'Decisions by day' },
    columns: [
      day('日期', 'Day', (one) => one.day),
      worded('类型', 'Kind', (one) => one.words ?? dayKinds[one.kind]),
      count('登记', 'Registered', ({ registered }) => registered),
      count('退回', 'Returned', ({ returned }) => returned),
      count('不予登记', 'Refused', ({ refused }) => refused),
      count('审结', 'Decided', decidedOn),
    ],
    batches: () => ready(days),
  })

interface ReturnedFor {
  field: ReturnedField
  reason: ReturnedField['reasons'][number]
}

/** The fields that returns of a year pointed at, a line for each reason given there. */
export const returnedFieldList = (year: number, fields: readonly ReturnedField[]): ListFile =>
  listFile<ReturnedFor>({
    title: { zh: `${year}年退回情况`, en: `Returns ${year}` },
    columns: [
      worded('栏目', 'Field', ({ field }) => pathWords(field.key), 30),
      count('退回次数', 'Returns', ({ field }) => field.returns),
      worded('原因', 'Reason', ({ reason }) => codeWords('returnReason', reason.key), 36),
      count('该原因次数', 'For this reason', ({ reason }) => reason.returns),
    ],
    batches: () => ready(fields.flatMap((field) => field.reasons.map((reason) => ({ field, reason })))),
  })

interface Period {
  words: Words
  times: Turnaround
}

/** Days from entry to registration: the year against the one before, and month by month. */
export const turnaroundList = (year: number, turnaround: YearTurnaround): ListFile =>
  listFile<Period>({
    title: { zh: `${year}年登记用时`, en: `Days to registration ${year}` },
    columns: [
      worded('期间', 'Period', ({ words }) => words, 12),
      count('合同数', 'Contracts', ({ times }) => times.contracts),
      count('全程中位天数', 'Median days', ({ times }) => times.median),
      count('全程九成天数', 'Nine tenths within days', ({ times }) => times.nineTenths),
      count('在单位中位天数', 'Median days at the office', ({ times }) => times.officeMedian),
      count('在中心中位天数', 'Median days at the centre', ({ times }) => times.centreMedian),
      count('在单位天数合计', 'Days at the office', ({ times }) => times.inOffice.part),
      count('天数合计', 'Days', ({ times }) => times.inOffice.of),
    ],
    batches: () =>
      ready(
        (['this', 'last'] as const).flatMap((which) => {
          const of = which === 'this' ? year : year - 1
          return [
            { words: { zh: `${of}年`, en: String(of) }, times: turnaround[which] },
            ...turnaround.months.map((one) => ({
              words: { zh: `${of}年${one.month}月`, en: `${of}-${String(one.month).padStart(2, '0')}` },
              times: one[which],
            })),
          ]
        }),
      ),
  })

/** What the published reports say of an office. */
export const placeList = (places: readonly PublishedPlace[]): ListFile =>
  listFile<PublishedPlace>({
    title: { zh: '历年年报中的位次', en: 'Places in the published reports' },
    columns: [
      text('年度', 'Year', ({ year }) => String(year), 8),
      count('版次', 'Edition', ({ edition }) => edition),
      money('合同成交额', 'Turnover', ({ turnover }) => turnover),
      count('位次', 'Place', ({ rank }) => rank),
      count('参加排名单位数', 'Ranked units', ({ ranked, rank }) => (rank === null ? null : ranked)),
    ],
    batches: () => ready(places),
  })
