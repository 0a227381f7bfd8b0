import 'server-only'
import { atTime } from '@/db/clock'
import { calendarOf, nationalHolidays } from '@/lib/domain/time/holidays'
import {
  addDays,
  addWorkingDays,
  daysBetween,
  shanghaiDate,
  startOfDate,
} from '@/lib/domain/time/working-days'
import { units } from '@/lib/domain/units'
import { approve } from '../contracts/approve'
import { dispute } from '../contracts/dispute'
import { refuse } from '../contracts/refuse'
import { returnForCorrection } from '../contracts/return'
import { save } from '../contracts/save'
import { nameDeputy } from '../delegations/make'
import { enter, handIn, minutesLater } from './enter'
import { later, priceOf } from './later-years'
import { person, registrarOf } from './people'
import type { StoryContract } from './register-file'

const approver = person('approver')

/** Leaves something to do on every desk: drafts, contracts waiting for a decision, returned and resubmitted ones. */
export async function leaveWork(last: StoryContract[], today: string): Promise<void> {
  for (const [index, { code }] of units.entries()) {
    const own = last.filter(({ unit, revoked }) => unit === code && !revoked)
    const take = (nth: number, daysAgo: number): { contract: StoryContract; at: Date } => {
      const source = own[(nth * 7 + index) % own.length]
      if (!source) throw new Error(`The file holds no contract of ${code}`)
      const day = addDays(today, -daysAgo)
      const contract = later(source, daysBetween(source.submittedOn, day), priceOf(nth * 11 + index) + 1)
      return { contract, at: minutesLater(startOfDate(day), 12 * 60 + index) }
    }
    await leaveOffice(code, index, take)
  }
}

type Take = (nth: number, daysAgo: number) => { contract: StoryContract; at: Date }

async function leaveOffice(unit: string, index: number, take: Take): Promise<void> {
  const registrar = registrarOf(unit)
  const waiting = async (nth: number, daysAgo: number) => {
    const { contract, at } = take(nth, daysAgo)
    return { id: await enter(registrar, contract.content, at), at }
  }

  const draft = take(1, 1)
  const {
    turnover: _,
    technology: __,
    nonTechnical: ___,
    endDate: ____,
    ...unfinished
  } = draft.contract.content
  await enter(registrar, unfinished, draft.at, { submit: false })

  await waiting(2, 2 + (index % 5))
  const older = await waiting(3, 8 + (index % 9))
  if (index % 6 === 0) {
    await atTime(minutesLater(older.at, 600), () =>
      dispute(approver, { id: older.id, text: '技术内容新颖性存在争议，拟请专家审核。' }),
    )
  }
  // Every third office let one run late.
  if (index % 3 === 0) await waiting(4, 26 + (index % 4))
  const returned = await waiting(5, 14 + (index % 5))
  const returnedOn = minutesLater(
    startOfDate(addWorkingDays(shanghaiDate(returned.at), 1, calendar)),
    15 * 60,
  )
  await atTime(returnedOn, () =>
    returnForCorrection(approver, {
      id: returned.id,
      reasons: [
        { code: 'B16', path: 'techField', text: '请按合同标的重新选择技术领域。' },
        ...(index % 3 === 0 ? [] : [alsoWrong[index % alsoWrong.length] ?? alsoWrong[0]]),
      ],
      text: '请一次性补正后重新提交。',
    }),
  )
  if (index % 2 === 0) {
    await atTime(minutesLater(returnedOn, 2500), async () => {
      await save(registrar, { id: returned.id, patch: { techField: '11' } })
      await handIn(registrar, returned.id)
    })
  }
  if (index % 4 === 1) await endorseLarge(registrar, take(6, 6))
  if (unit === 'D08') await decideByDeputy(registrar, take(9, 10))
  await decideLately(registrar, take(7, 9 + ((index * 5) % 12)), 2 + (index % 4))
  await decideLately(registrar, take(8, 9 + ((index * 7) % 12)), 5 - (index % 4), index % 6 === 5)
}

/** Said to some of the offices besides. */
const alsoWrong = [
  { code: 'B20', path: 'ATT01', text: '签章页扫描不清晰，请重新上传。' },
  { code: 'B05', path: 'summary', text: '请写明要解决的技术问题和考核指标。' },
  { code: 'B04', path: 'payMethod', text: '合同约定分期支付，请更正支付方式。' },
  { code: 'B20', path: 'ATT01', text: '缺少第 3 页，请补齐后上传。' },
] as const

/** What the centre decided on in the last weeks, so many working days after its submission: registered, or refused. */
async function decideLately(
  registrar: ReturnType<typeof registrarOf>,
  { contract, at }: ReturnType<Take>,
  workingDays: number,
  refused = false,
): Promise<void> {
  const id = await enter(registrar, contract.content, at)
  const decidedOn = addWorkingDays(shanghaiDate(at), workingDays, calendar)
  // Over a long holiday the day lies ahead, and the contract goes on waiting.
  if (decidedOn >= shanghaiDate(new Date())) return
  const text = '经审查合同文本，约定内容不属于技术合同认定登记范围，不予登记。'
  await atTime(minutesLater(startOfDate(decidedOn), 15 * 60), async () => {
    await (refused ? refuse(approver, { id, reason: 'N08', text }) : approve(approver, { id }))
  })
}

const calendar = calendarOf(nationalHolidays)

/** One approver is away for some days; what the other decides meanwhile, the ledger and the trail say for whom. */
async function decideByDeputy(
  registrar: ReturnType<typeof registrarOf>,
  { contract, at }: ReturnType<Take>,
): Promise<void> {
  const [first, last] = [1, 4].map((days) => addDays(shanghaiDate(at), days))
  const deputy = person('approver2')
  await atTime(at, () => nameDeputy(approver, { deputy: deputy.id, from: first, until: last }))
  const { nonTechnical: _, ...content } = contract.content
  const amount = 36_000_000n
  const id = await enter(registrar, { ...content, turnover: amount, technology: amount }, at)
  await atTime(minutesLater(at, 2 * 24 * 60 + 180), () => approve(deputy, { id }))
}

async function endorseLarge(
  registrar: ReturnType<typeof registrarOf>,
  { contract, at }: ReturnType<Take>,
): Promise<void> {
  const amount = 680_000_000n
  const { nonTechnical: _, ...content } = contract.content
  const id = await enter(registrar, { ...content, turnover: amount, technology: amount }, at)
  await atTime(minutesLater(at, 1600), () => approve(approver, { id }))
}
