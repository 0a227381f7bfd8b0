import { expect } from 'vitest'
import { knownUnits } from '../../statistics/testing/random-years'
import type { Reader } from '../../statistics/testing/reading'
import type { CountedOf, WorkKindName } from '../../work-records/kinds'
import { type Reading, says, saysIf } from './read-numbers'
import {
  dayOf,
  inForce,
  of,
  onTheList,
  readCount,
  readFloored,
  readList,
  readRate,
  spoken,
  whoOf,
  within,
} from './read-work'
import type { Case } from './reported'

const policies: Reading = (reader, _, one) => {
  const all = of(one, 'policies')
  const issued = all.filter(({ content }) => within(one, content.issuedOn))
  if (one.unit !== null) {
    says(reader, `年内，${whoOf(one)}出台促进科技成果转化相关政策`)
    readCount(reader, issued.length, '项。')
    return expect(issued.length).toBeGreaterThan(0)
  }
  const having = new Set<string>()
  for (const { unit, content } of all)
    if (inForce(one, content.effectiveOn ?? content.issuedOn, content.endsOn)) having.add(unit ?? '')
  if (saysIf(reader, '年内，')) {
    readList(
      reader,
      knownUnits.filter(({ code }) => issued.some(({ unit }) => unit === code)).map(({ words }) => words.zh),
    )
    says(reader, '出台了促进科技成果转化相关政策，至此，')
  } else {
    says(reader, spoken(one) === '全年' ? '截至年末，' : '截至目前，')
    expect(issued).toEqual([])
  }
  readCount(reader, 14, '个师市中累计已有')
  readCount(reader, having.size, '个师市出台了科技成果转化相关政策，出台率')
  readRate(reader, having.size, 14)
  says(reader, '。')
}

const institutions: Reading = (reader, _, one) => {
  const list = onTheList(one).map(({ code }) => code)
  const all = of(one, 'measures').filter(({ content }) => list.includes(content.institution ?? ''))
  const adopted = list.filter((code) =>
    all.some(({ content }) => content.institution === code && within(one, content.issuedOn)),
  )
  const having = list.filter((code) =>
    all.some(({ content }) => content.institution === code && inForce(one, content.issuedOn, content.endsOn)),
  )
  if (saysIf(reader, '年内，')) {
    readList(
      reader,
      onTheList(one).flatMap(({ code, words }) => (adopted.includes(code) ? [words.zh] : [])),
    )
    says(reader, '制订了科技成果转化管理办法')
    if (one.unit !== null) return says(reader, '。')
    says(reader, '，')
  } else {
    says(reader, spoken(one) === '全年' ? '截至年末，' : '截至目前，')
    expect([adopted, one.unit]).toEqual([[], null])
  }
  readCount(reader, list.length, '家高校科研院所累计已有')
  readCount(reader, having.length, '家制订了科技成果转化管理办法，制订率')
  readRate(reader, having.length, list.length)
  says(reader, '。')
}

const platform: Reading = (reader, _, one) => {
  const taken = of(one, 'platform').filter(({ content }) => within(one, content.asOf))
  const last =
    taken
      .map(({ content }) => content.asOf ?? '')
      .sort()
      .at(-1) ?? ''
  const [year, month, date, name] = reader.must(/截至 (\d+) 年 (\d+) 月 (\d+) 日，“([^”]+)”已累计发布/)
  expect(`${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`).toBe(last)
  const said = new Map<string, number>()
  do {
    const [what = '', digits = ''] = reader.must(/(科技成果|技术需求|挂牌成果|签约成交) ([\d,]+) 项/)
    said.set(what, Number(digits.replaceAll(',', '')))
  } while (saysIf(reader, '、'))
  says(reader, '。')
  const fits = taken.some(
    ({ content: { asOf, name: called, results = 0, demands = 0, listings = 0, deals = 0 } }) =>
      asOf === last &&
      called === name &&
      [results, demands, listings, deals].join() ===
        ['科技成果', '技术需求', '挂牌成果', '签约成交'].map((what) => said.get(what) ?? 0).join(),
  )
  expect(fits, reader.text).toBe(true)
}

const achievements: Reading = (reader, _, one) => {
  const all = of(one, 'achievements').filter(({ content }) => within(one, content.registeredOn))
  const ofClass = (code: string) => all.filter(({ content }) => content.class === code).length
  says(reader, `${spoken(one)}完成成果登记`)
  readCount(reader, all.length, '项，')
  const [only] = reader.take(/均为(应用技术成果|基础理论成果|软科学成果)。/) ?? []
  const names = { 应用技术成果: 'Y', 基础理论成果: 'J', 软科学成果: 'R' } as const
  if (only) return expect(ofClass(names[only as keyof typeof names])).toBe(all.length)
  says(reader, '其中')
  let told = 0
  do {
    const [what = ''] = reader.must(/(应用技术成果|基础理论成果|软科学成果)/)
    const n = ofClass(names[what as keyof typeof names])
    readCount(reader, n, '项')
    told += n
  } while (saysIf(reader, '，'))
  says(reader, '。')
  expect(told, reader.text).toBe(all.length)
}

const byDayAndName = <T>(all: T[], key: (one: T) => string): T[] =>
  all.sort((a, b) => (key(a) < key(b) ? -1 : 1))

const events: Reading = (reader, _, one) => {
  const held = of(one, 'events').filter(({ content }) => within(one, content.startsOn))
  says(reader, '年内')
  if (saysIf(reader, '举办科技成果对接、推介活动')) {
    expect(held.length).toBeGreaterThan(4)
    readCount(reader, held.length, '场')
  } else {
    says(reader, '举办了')
    const sorted = byDayAndName(held, ({ content }) => `${content.startsOn} ${content.name}`)
    readList(
      reader,
      sorted.map(({ content }) => `“${content.name}”`),
    )
  }
  const presenting = held.filter(({ content }) => (content.results ?? 0) > 0)
  const results = presenting.reduce((sum, { content }) => sum + (content.results ?? 0), 0)
  if (saysIf(reader, '，发布推介科技成果')) {
    readFloored(
      reader,
      results,
      presenting.some(({ content }) => content.resultsAreFloor === true),
      '项。',
    )
  } else {
    expect(results).toBe(0)
    says(reader, '。')
  }
}

const bodies: Reading = (reader, _, one) => {
  const setUp = byDayAndName(
    of(one, 'bodies').filter(({ content }) => within(one, content.setUpOn)),
    ({ content }) => `${content.setUpOn} ${content.name}`,
  ).map(({ content }) => content)
  says(reader, '年内新设技术转移机构')
  readCount(reader, setUp.length, '家：')
  let told = 0
  do {
    const [host] = reader.take(/依托“([^”]+)”/) ?? []
    says(reader, '设立')
    const own = setUp.filter((body) => body.host === host)
    readList(
      reader,
      own.map(({ name }) => `“${name}”`),
    )
    told += own.length
  } while (saysIf(reader, '；'))
  says(reader, '。')
  expect(told).toBe(setUp.length)
}

const trainings: Reading = (reader, _, one) => {
  const held = of(one, 'trainings')
    .filter(({ content }) => within(one, content.startsOn))
    .map(({ content }) => content)
  says(reader, '年内组织开展培训：')
  const kinds: string[] = []
  let given = false
  do {
    if (saysIf(reader, '取得合格证书')) {
      const all = held.filter(({ certificates = 0 }) => certificates > 0)
      const sum = all.reduce((n, { certificates = 0 }) => n + certificates, 0)
      readFloored(
        reader,
        sum,
        all.some((content) => content.certificatesAreFloor === true),
        '人',
      )
      given = true
      break
    }
    const [what = ''] = reader.must(/(技术合同认定登记业务培训|成果评价与技术转移培训|技术经理人培训)/)
    const kind =
      { 技术合同认定登记业务培训: '1', 成果评价与技术转移培训: '2', 技术经理人培训: '3' }[what] ?? ''
    kinds.push(kind)
    readKind(
      reader,
      held.filter((content) => content.kind === kind),
      kind,
    )
  } while (saysIf(reader, '；'))
  says(reader, '。')
  expect(kinds).toEqual([...new Set(held.map(({ kind = '' }) => kind))].sort())
  expect(given).toBe(held.some(({ certificates = 0 }) => certificates > 0))
}

function readKind(reader: Reader, held: readonly CountedOf<'trainings'>['content'][], kind: string) {
  const sum = (pick: 'sessions' | 'attendances' | 'copies') =>
    held.reduce((n, one) => n + (one[pick] ?? 0), 0)
  readCount(reader, sum('sessions'), kind === '1' ? '场' : '期')
  if (saysIf(reader, '，培训')) readCount(reader, sum('attendances'), '人次')
  else expect(sum('attendances')).toBe(0)
  const [what] = reader.take(/，发放(培训资料|“[^”]+”|《[^》]+》)/) ?? []
  if (!what) return expect(sum('copies')).toBe(0)
  const handing = held.filter(({ copies = 0 }) => copies > 0)
  readFloored(
    reader,
    sum('copies'),
    handing.some(({ copiesAreFloor }) => copiesAreFloor === true),
    '份',
  )
  const names = new Set(handing.map(({ handout = '' }) => handout))
  const [only = ''] = names
  expect(what.replace(/[“”]/g, '')).toBe(names.size === 1 && only !== '' ? only : '培训资料')
}

const managers: Reading = (reader, _, one) => {
  const valid = of(one, 'managers').filter(
    ({ content: { certifiedOn = '9', validUntil = '9' } }) =>
      certifiedOn <= dayOf(one) && validUntil >= dayOf(one),
  )
  says(reader, spoken(one) === '全年' ? '截至年末，' : '截至目前，')
  says(reader, `${whoOf(one)}持有效资质证书的`)
  const kinds: string[] = []
  do {
    const [what = ''] = reader.must(/(技术经理人|技术经纪人|科技评估师)/)
    const kind = { 技术经理人: '1', 技术经纪人: '2', 科技评估师: '3' }[what] ?? ''
    kinds.push(kind)
    const people = new Set<string>()
    for (const { content } of valid)
      if (content.kind === kind) people.add(`${content.name}/${content.employer}`)
    readCount(reader, people.size, '名')
  } while (saysIf(reader, '、'))
  says(reader, '。')
  expect(kinds).toEqual([...new Set(valid.map(({ content }) => content.kind ?? ''))].sort())
}

export const readingsOfWork: Readonly<Record<string, Reading>> = {
  'opening.policies': policies,
  'opening.institutions': institutions,
  'opening.platform': platform,
  'opening.achievements': achievements,
  'opening.events': events,
  'opening.bodies': bodies,
  'opening.trainings': trainings,
  'opening.managers': managers,
}

/** Sentences that records of work must bring about, and only they. */
export function expectedOfWork(one: Case): string[] {
  const any = (kind: WorkKindName, day: (content: never) => string | undefined) =>
    of(one, kind).some(({ content }) => within(one, day(content as never)))
  const list = onTheList(one).map(({ code }) => code)
  const listed = of(one, 'measures').filter(({ content }) => list.includes(content.institution ?? ''))
  const told: Record<string, boolean> = {
    'opening.policies':
      one.unit === null
        ? of(one, 'policies').some(({ content }) =>
            inForce(one, content.effectiveOn ?? content.issuedOn, content.endsOn),
          )
        : any('policies', ({ issuedOn }: { issuedOn?: string }) => issuedOn),
    'opening.institutions':
      one.unit === null
        ? listed.some(({ content }) => inForce(one, content.issuedOn, content.endsOn))
        : listed.some(({ content }) => within(one, content.issuedOn)),
    'opening.achievements': any(
      'achievements',
      ({ registeredOn }: { registeredOn?: string }) => registeredOn,
    ),
    'opening.events': any('events', ({ startsOn }: { startsOn?: string }) => startsOn),
    'opening.bodies': any('bodies', ({ setUpOn }: { setUpOn?: string }) => setUpOn),
    'opening.trainings': any('trainings', ({ startsOn }: { startsOn?: string }) => startsOn),
  }
  return Object.keys(told).filter((id) => told[id])
}
