import 'server-only'
import { database, openDatabase, setDatabase } from '@/db/client'
import { atTime } from '@/db/clock'
import { addDays, shanghaiDate, startOfDate } from '@/lib/domain/time/dates'
import { units } from '@/lib/domain/units'
import { approve } from '../contracts/approve'
import { importInflow } from '../inflow/import'
import { markNoticesRead } from '../notices/mark'
import { bring, officeHours } from './bring'
import { enrol } from './enrol'
import { minutesLater } from './enter'
import { fillRegistry } from './fill-registry'
import { readInflow } from './inflow-file'
import { later, priceOf } from './later-years'
import { leaveWork } from './open-work'
import { people, person } from './people'
import { publishReport } from './publish-report'
import { readRegister, type StoryContract } from './register-file'
import { auditYear, leaveAudit, type Registered } from './self-audit'
import { keepWork } from './work-story'
import { writeReport } from './write-report'

/**
 * Tells the demo story by calling the verbs as named people at the dates in the files, so that its trail is true.
 * @param ownerUrl the owner's connection, whose clock may be told; row-level security still holds
 * @param password of every demo account
 */
export async function tellStory(
  ownerUrl: string,
  password: string,
  progress: (done: number, total: number, what: string) => void,
): Promise<void> {
  setDatabase(openDatabase(ownerUrl, { asApp: true, max: 8 }))
  try {
    await tell(password, progress, shanghaiDate(new Date()))
  } finally {
    await database().close()
  }
}

async function tell(
  password: string,
  progress: (done: number, total: number, what: string) => void,
  today: string,
): Promise<void> {
  const contracts = history(today)
  const total = contracts.length
  const registered: Registered[] = []
  let done = 0
  await enrol(password, new Date('2022-12-01T01:00:00Z'))
  const parties = contracts.flatMap(({ content: { seller, buyer } }) => [seller ?? {}, buyer ?? {}])
  await fillRegistry(parties, new Date('2022-12-05T01:00:00Z'))
  // Offices work side by side; within one, the order of the file is the order of the registration numbers.
  await Promise.all(
    units.map(async ({ code }) => {
      for (const [nth, contract] of contracts.filter(({ unit }) => unit === code).entries()) {
        registered.push({ id: await register(contract, nth), contract })
        done += 1
        progress(done, total, `${contract.decidedOn.slice(0, 4)} 年`)
      }
    }),
  )
  await atTime(new Date('2025-01-06T02:00:00Z'), () =>
    importInflow(person('auditor'), { rows: readInflow('inflow-2024.csv') }),
  )
  await keepWork(today)
  await auditYear(registered, 2023, '2023-12-29')
  await auditYear(registered, 2024, '2024-12-28')
  await publishReport(2023)
  await writeReport()
  await publishReport(2024)
  await leaveWork(readRegister('register-2024.csv'), today)
  await leaveAudit(registered, today)
  await readOldNotices(today)
  progress(total, total, '完成')
}

/** What people were told before the running year they have read. */
async function readOldNotices(today: string): Promise<void> {
  const before = startOfDate(`${today.slice(0, 4)}-01-01`)
  for (const who of people) await atTime(before, () => markNoticesRead(who, { all: true, before }))
}

/** 2023 and 2024 as in the files; the years since then retold from every sixth contract of 2024, up to today. */
function history(today: string): StoryContract[] {
  const last = readRegister('register-2024.csv')
  const since = Array.from({ length: Number(today.slice(0, 4)) - 2024 }, (_, index) => index + 1).flatMap(
    (years) =>
      last
        .filter((contract, index) => !contract.revoked && index % 6 === years % 6)
        .map((contract, index) => later(contract, years * 365, priceOf(index + years))),
  )
  return [...readRegister('register-2023.csv'), ...last, ...since].filter(
    // The newest weeks are left to the work in hand.
    ({ decidedOn }) => decidedOn < addDays(today, -21),
  )
}

/** One contract from entry to registration. */
async function register(contract: StoryContract, nth: number): Promise<string> {
  const id = await bring(contract, nth)
  const decided = minutesLater(officeHours(contract.decidedOn), 60)
  const approver = person('approver')
  const { status } = await atTime(decided, () => approve(approver, { id }))
  if (status === 'endorsed')
    await atTime(minutesLater(decided, 90), () => approve(person('approver2'), { id }))
  return id
}
