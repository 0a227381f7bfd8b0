import 'server-only'
import { readFileSync } from 'node:fs'
import { atTime } from '@/db/clock'
import { addDays } from '@/lib/domain/time/dates'
import { kindOf, type WorkKindName } from '@/lib/domain/work-records/kinds'
import { confirmRecords } from '../work-records/confirm'
import { takeRows } from '../work-records/import'
import { returnRecord } from '../work-records/return'
import { submitRecords } from '../work-records/submit'
import { officeHours } from './bring'
import { dataFile } from './data-file'
import { minutesLater } from './enter'
import { person, registrarOf } from './people'

/** A record of the story as it travels, and whose it is; null is the centre. */
type Entry = readonly [unit: string | null, content: Record<string, unknown>]

/** The first day on which anybody had an account. */
const OPENED = '2023-01-10'

/**
 * The registers behind the report's opening chapter as they were kept: what the printed report of 2024 tells, the years
 * before it that it adds up, and of the newest months some that still wait.
 */
export async function keepWork(today: string): Promise<void> {
  const { lately, ...kept } = { ...fromFile(), ...madeUp(), lately: waiting(today) }
  for (const [kind, entries] of Object.entries(kept) as [WorkKindName, Entry[]][]) {
    await Promise.all([...groups(kind, entries, today)].map((group) => keep(kind, group)))
  }
  await leaveWaiting(lately, today)
}

const fromFile = (): Partial<Record<WorkKindName, Entry[]>> =>
  JSON.parse(readFileSync(dataFile('work-records.json'), 'utf8'))

interface Group {
  unit: string | null
  day: string
  rows: Record<string, unknown>[]
}

/** What one office enters on one day: a record a fortnight after its own day, many of a year together. */
function groups(kind: WorkKindName, entries: readonly Entry[], today: string): Iterable<Group> {
  const found = new Map<string, Group>()
  for (const [unit, content] of entries) {
    const own = addDays(String(content[kindOf(kind).day]), 14)
    const day = own < OPENED ? OPENED : entries.length > 50 ? `${own.slice(0, 4)}-12-20` : own
    if (day > addDays(today, -14)) continue
    const group = found.get(`${unit} ${day}`) ?? { unit, day, rows: [] }
    group.rows.push(content)
    found.set(`${unit} ${day}`, group)
  }
  return found.values()
}

const owner = (unit: string | null) => (unit === null ? person('auditor') : registrarOf(unit))

const enter = (kind: WorkKindName, { unit, day, rows }: Group) =>
  atTime(officeHours(day), () =>
    takeRows(owner(unit), { kind, rows: rows.map((content, index) => ({ at: index + 2, content })) }),
  )

/** Entered, handed in, and confirmed by the centre two days later. */
async function keep(kind: WorkKindName, group: Group): Promise<void> {
  const { drafts: ids } = await enter(kind, group)
  await atTime(minutesLater(officeHours(group.day), 30), () => submitRecords(owner(group.unit), { ids }))
  await atTime(officeHours(addDays(group.day, 2)), () => confirmRecords(person('approver'), { ids }))
}

const crops = ['棉花', '加工番茄', '红枣', '香梨', '葡萄', '玉米', '小麦', '肉牛', '奶牛', '苜蓿'] as const
const works = [
  '高产栽培',
  '节水灌溉',
  '病虫害绿色防控',
  '良种选育',
  '全程机械化',
  '精深加工',
  '智能监测',
] as const

/** Of so many registered achievements each unit has its part: applied, basic theory, soft science. */
const parts: readonly (readonly [unit: string, applied: number, theory: number, soft: number])[] = [
  ['I01', 46, 6, 0],
  ['U01', 38, 16, 1],
  ['U02', 24, 9, 0],
  ['D08', 14, 0, 0],
  ['D01', 10, 0, 0],
  ['D06', 8, 0, 0],
  ['Z99', 0, 0, 1],
]

/** Holders of a certificate by employer: managers, brokers, assessors. */
const holders: readonly (readonly [
  unit: string,
  employer: string,
  numbers: readonly [number, number, number],
])[] = [
  ['U02', '塔里木大学', [124, 0, 0]],
  ['U01', '石河子大学', [82, 0, 0]],
  ['D08', '石河子科技成果转移转化中心', [64, 40, 30]],
  ['I01', '新疆农垦科学院', [42, 0, 0]],
]

/** Single achievements and holders, of which the report gives only the numbers: 173 = 140 + 31 + 2; more than 300. */
function madeUp(): Partial<Record<WorkKindName, Entry[]>> {
  let serial = 0
  const achievements = parts.flatMap(([unit, ...numbers]) =>
    numbers.flatMap((number, letter) =>
      Array.from({ length: number }, (): Entry => [unit, achievement('YJR'[letter] ?? 'Y', ++serial, 2024)]),
    ),
  )
  const managers = holders.flatMap(([unit, employer, numbers]) =>
    numbers.flatMap((number, kind) =>
      Array.from({ length: number }, (_, nth): Entry => [unit, holder(employer, unit, kind + 1, nth)]),
    ),
  )
  return { achievements, managers }
}

function achievement(letter: string, serial: number, year: number): Record<string, unknown> {
  const [crop, work] = [crops[serial % crops.length], works[serial % works.length]]
  const name = { Y: `${crop}${work}技术`, J: `${crop}${work}机理研究`, R: `${crop}产业发展对策研究` }[letter]
  return {
    isSecret: false,
    number: `660${year}${letter}${String(serial).padStart(4, '0')}`,
    name: `${name}（示例${serial}）`,
    class: letter,
    completedBy: '示例完成单位',
    approvedBy: '兵团科技局',
    registeredOn: `${year}-${String(1 + (serial % 11)).padStart(2, '0')}-${String(1 + (serial % 27)).padStart(2, '0')}`,
    stage: String(1 + (serial % 3)),
    evaluation: String(1 + (serial % 3)),
    techField: '09',
  }
}

function holder(employer: string, unit: string, kind: number, nth: number): Record<string, unknown> {
  const year = kind === 1 ? 2022 + (nth % 3) : 2024
  return {
    name: `示例${['甲', '乙', '丙', '丁', '戊'][nth % 5]}${nth + 1}${kind === 1 ? '' : ['', '', '纪', '估'][kind]}`,
    employer,
    kind: String(kind),
    level: String(1 + (nth % 3)),
    certificate: `SL-${unit}-${kind}-${year}-${String(nth + 1).padStart(4, '0')}`,
    issuer: kind === 1 ? '国家技术转移人才培养基地' : '中关村技术经理人协会',
    certifiedOn: `${year}-11-20`,
  }
}

/** What offices handed in during the last days. */
function waiting(today: string): [WorkKindName, Entry][] {
  const day = addDays(today, -9)
  const year = Number(day.slice(0, 4))
  return [
    [
      'events',
      [
        'D08',
        {
          name: `${year} 年科技成果路演（石河子）`,
          kind: '3',
          area: 'north',
          startsOn: day,
          organisers: '八师石河子市科技局',
          results: 36,
        },
      ],
    ],
    [
      'trainings',
      [
        'U02',
        {
          title: `${year} 年技术经理人培训班`,
          kind: '3',
          organiser: '塔里木大学',
          startsOn: day,
          sessions: 1,
          attendances: 58,
        },
      ],
    ],
    ['achievements', ['I01', { ...achievement('Y', 901, year), registeredOn: day }]],
    ['achievements', ['U01', { ...achievement('J', 902, year), registeredOn: day }]],
    [
      'policies',
      [
        'D06',
        {
          title: '六师五家渠市促进科技成果转化实施意见',
          documentNumber: `师市发〔${year}〕8号`,
          issuer: '六师五家渠市',
          kind: '1',
          issuedOn: day,
        },
      ],
    ],
  ]
}

/** The last of them came back, the rest wait for the centre; the centre's own next snapshot is a draft. */
async function leaveWaiting(lately: readonly [WorkKindName, Entry][], today: string): Promise<void> {
  const entered = addDays(today, -7)
  for (const [index, [kind, [unit, content]]] of lately.entries()) {
    const { drafts: ids } = await enter(kind, { unit, day: entered, rows: [content] })
    await atTime(minutesLater(officeHours(entered), 20), () => submitRecords(owner(unit), { ids }))
    if (index < lately.length - 1) continue
    await atTime(officeHours(addDays(entered, 2)), () =>
      returnRecord(person('approver'), { id: ids[0], reason: '请补填奖补内容，并核对施行日期。' }),
    )
  }
  await enter('platform', {
    unit: null,
    day: addDays(today, -3),
    rows: [
      {
        name: '兵团科技成果转化与技术转移平台',
        asOf: addDays(today, -4),
        results: 541,
        demands: 236,
        listings: 229,
        deals: 12,
      },
    ],
  })
}
