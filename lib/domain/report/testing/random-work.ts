import fc from 'fast-check'
import { achievementClass, managerKind, trainingKind } from '../../contract/codes/work'
import { firstInstitutions, type Institution } from '../../work-records/institutions'
import type { Counted, CountedOf, WorkKindName } from '../../work-records/kinds'

const day = fc
  .tuple(fc.constantFrom(2022, 2023, 2024, 2024, 2024, 2025), fc.integer({ min: 1, max: 12 }), fc.nat(27))
  .map(
    ([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date + 1).padStart(2, '0')}`,
  )
/** Four of the first list and one that may have joined it since, under its name. */
const randomlyListed = [...firstInstitutions.slice(0, 4).map(({ code }) => code), '兵团 2024 研究院']
const codes = (list: readonly { code: string }[]) => fc.constantFrom(...list.map(({ code }) => code))
const few = fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 3000 }))
const called = (what: string) => fc.nat(6).map((n) => `${what} 2024-${n}`)

/** What the sentences read of a record; the rest of its fields plays no part. */
const contents: { [K in WorkKindName]: fc.Arbitrary<CountedOf<K>['content']> } = {
  policies: fc.record({
    issuedOn: day,
    effectiveOn: fc.option(day, { nil: undefined }),
    endsOn: fc.option(day, { nil: undefined, freq: 3 }),
  }) as never,
  measures: fc.record({
    institution: fc.constantFrom(...randomlyListed),
    issuedOn: day,
    endsOn: fc.option(day, { nil: undefined, freq: 3 }),
  }) as never,
  platform: fc.record({
    name: called('Platform'),
    asOf: day,
    results: fc.nat(500),
    demands: fc.nat(3),
    listings: fc.nat(3),
    deals: fc.nat(3),
  }) as never,
  achievements: fc.record({ registeredOn: day, class: codes(achievementClass) }) as never,
  events: fc.record({
    name: called('Event'),
    startsOn: day,
    results: few,
    resultsAreFloor: fc.option(fc.boolean(), { nil: undefined }),
  }) as never,
  bodies: fc.record({
    name: called('Body'),
    setUpOn: day,
    host: fc.option(called('Host'), { nil: undefined }),
  }) as never,
  trainings: fc.record({
    kind: codes(trainingKind.slice(0, 3)),
    startsOn: day,
    sessions: fc.integer({ min: 1, max: 9 }),
    attendances: few,
    handout: fc.constantFrom('《Manual 2024》', 'Handout 1', undefined),
    copies: few,
    copiesAreFloor: fc.option(fc.boolean(), { nil: undefined }),
    certificates: few,
    certificatesAreFloor: fc.option(fc.boolean(), { nil: undefined }),
  }) as never,
  managers: fc.record({
    name: fc.constantFrom('甲', '乙', '丙'),
    employer: fc.constantFrom('A', 'B'),
    kind: codes(managerKind),
    certifiedOn: day,
    validUntil: fc.option(day, { nil: undefined }),
  }) as never,
}

const units: Partial<Record<WorkKindName, readonly (string | null)[]>> = {
  policies: ['D01', 'D02', 'D08', 'D13'],
  platform: [null],
}

const records = fc.oneof(
  ...Object.entries(contents).map(([kind, content]) =>
    fc.record({
      kind: fc.constant(kind),
      unit: fc.constantFrom(...(units[kind as WorkKindName] ?? ['D01', 'D08', 'U01', null])),
      content: content as fc.Arbitrary<unknown>,
    }),
  ),
)

/** Confirmed records of every register, in and around the year; now and then none. */
export const randomWork: fc.Arbitrary<readonly Counted[]> = fc
  .oneof(fc.constant([]), fc.array(records, { maxLength: 6 }), fc.array(records, { maxLength: 40 }))
  .map((all) => all.map((one, index) => ({ ...one, id: `${index}` }) as Counted))

/** The list as it may have changed: somebody left it, somebody joined. */
export const randomInstitutions: fc.Arbitrary<readonly Institution[]> = fc
  .record({
    leaves: fc.option(day, { nil: null }),
    joins: fc.option(day, { nil: null }),
    later: fc.option(day, { nil: null }),
  })
  .map(({ leaves, joins, later }) => [
    ...firstInstitutions.map((one, at) => (at === 1 ? { ...one, until: leaves } : one)),
    ...(joins === null
      ? []
      : [
          {
            code: '兵团 2024 研究院',
            words: { zh: '兵团 2024 研究院', en: 'Institute 2024 of the Corps' },
            kind: 'institute' as const,
            unit: 'D08',
            since: joins,
            until: later !== null && later > joins ? later : null,
          },
        ]),
  ])
