import type { Words } from '../words'
import { type Institution, institutionsOn } from './institutions'
import type { ContentOf, Counted, CountedOf, WorkKindName } from './kinds'

/** Which records are told of: those of a year up to a day (Asia/Shanghai), of the Corps or of one unit. */
export interface Scope {
  year: number
  /** The year's last day, or today while it runs. */
  day: string
  unit: string | null
  /** The dated list of institutions. */
  institutions: readonly Institution[]
}

/** What a number of the chapter of work comes to, and the records that make it up. */
export interface RolledUp {
  n: number
  records: readonly Counted[]
  /** Some record says that its number is a lower bound. */
  isFloor: boolean
}

interface Measure<K extends WorkKindName> {
  kind: K
  words: Words
  /** Whether a record is counted; `member` narrows by a code of its own. */
  holds(record: CountedOf<K>, scope: Scope): boolean
  member?(content: ContentOf<K>): string | undefined
  /** Different ones among what this names are counted; else the records, or what `sums` adds up. */
  differing?(record: CountedOf<K>): string
  sums?(content: ContentOf<K>): number | undefined
  isFloor?(content: ContentOf<K>): boolean | undefined
  /** Of several records the last by this day alone. */
  latest?(content: ContentOf<K>): string
}

const measure = <K extends WorkKindName>(one: Measure<K>): Measure<K> => one

const inYear = (day: string | undefined, { year, day: until }: Scope): boolean =>
  day !== undefined && day >= `${year}-01-01` && day <= until

/** From a day on, up to the day it ends, on which it no longer holds. */
const inForce = (from: string | undefined, until: string | undefined, { day }: Scope): boolean =>
  from !== undefined && from <= day && (until === undefined || until > day)

const policyInForce = ({ content }: CountedOf<'policies'>, scope: Scope) =>
  inForce(content.effectiveOn ?? content.issuedOn, content.endsOn, scope)

const isListed = ({ content }: CountedOf<'measures'>, { institutions, day }: Scope): boolean =>
  institutionsOn(institutions, day).some(({ code }) => code === content.institution)

const snapshot = (words: Words, of: 'results' | 'demands' | 'listings' | 'deals') =>
  measure<'platform'>({
    kind: 'platform',
    words,
    holds: ({ content }, scope) => inYear(content.asOf, scope),
    latest: ({ asOf }) => asOf ?? '',
    sums: (content) => content[of],
  })

const trained = (words: Words, more: Pick<Measure<'trainings'>, 'sums' | 'isFloor'>) =>
  measure<'trainings'>({
    kind: 'trainings',
    words,
    holds: ({ content }, scope) => inYear(content.startsOn, scope),
    member: ({ kind }) => kind,
    ...more,
  })

/** The same person: the name at the employer, without spaces and width. */
const personOf = ({ content: { name, employer } }: CountedOf<'managers'>): string =>
  `${name} ${employer}`.normalize('NFKC').replace(/\s+/g, '')

/** Every number of the chapter of work: which records make it up, and how. */
export const workMeasures = {
  policyUnits: measure<'policies'>({
    kind: 'policies',
    words: { zh: '有现行成果转化政策的师市', en: 'Divisions with a policy in force' },
    holds: policyInForce,
    differing: ({ unit }) => unit ?? '',
  }),
  policyUnitsNew: measure<'policies'>({
    kind: 'policies',
    words: { zh: '年内出台成果转化政策的师市', en: 'Divisions that issued a policy in the year' },
    holds: ({ content }, scope) => inYear(content.issuedOn, scope),
    differing: ({ unit }) => unit ?? '',
  }),
  policies: measure<'policies'>({
    kind: 'policies',
    words: { zh: '年内出台的成果转化政策', en: 'Policies issued in the year' },
    holds: ({ content }, scope) => inYear(content.issuedOn, scope),
  }),
  institutionsWithMeasure: measure<'measures'>({
    kind: 'measures',
    words: { zh: '有现行成果转化管理办法的高校科研院所', en: 'Institutions with a measure in force' },
    holds: (record, scope) =>
      isListed(record, scope) && inForce(record.content.issuedOn, record.content.endsOn, scope),
    differing: ({ content }) => content.institution ?? '',
  }),
  institutionsNew: measure<'measures'>({
    kind: 'measures',
    words: {
      zh: '年内制订成果转化管理办法的高校科研院所',
      en: 'Institutions that adopted a measure in the year',
    },
    holds: (record, scope) => isListed(record, scope) && inYear(record.content.issuedOn, scope),
    differing: ({ content }) => content.institution ?? '',
  }),
  platformResults: snapshot({ zh: '平台累计发布科技成果', en: 'Achievements on the platform' }, 'results'),
  platformDemands: snapshot({ zh: '平台累计发布技术需求', en: 'Demands on the platform' }, 'demands'),
  platformListings: snapshot({ zh: '平台累计挂牌成果', en: 'Listings on the platform' }, 'listings'),
  platformDeals: snapshot({ zh: '平台累计签约成交', en: 'Deals on the platform' }, 'deals'),
  achievements: measure<'achievements'>({
    kind: 'achievements',
    words: { zh: '年内登记的科技成果', en: 'Achievements registered in the year' },
    holds: ({ content }, scope) => inYear(content.registeredOn, scope),
    member: (content) => content.class,
  }),
  events: measure<'events'>({
    kind: 'events',
    words: { zh: '年内举办的活动', en: 'Events of the year' },
    holds: ({ content }, scope) => inYear(content.startsOn, scope),
  }),
  eventResults: measure<'events'>({
    kind: 'events',
    words: { zh: '活动上发布推介的科技成果', en: 'Achievements presented at events' },
    holds: ({ content }, scope) => inYear(content.startsOn, scope),
    sums: ({ results }) => results,
    isFloor: ({ resultsAreFloor }) => resultsAreFloor,
  }),
  bodiesNew: measure<'bodies'>({
    kind: 'bodies',
    words: { zh: '年内设立的技术转移机构', en: 'Transfer bodies set up in the year' },
    holds: ({ content }, scope) => inYear(content.setUpOn, scope),
  }),
  sessions: trained(
    { zh: '年内培训场（期）数', en: 'Sessions of training in the year' },
    {
      sums: ({ sessions }) => sessions,
    },
  ),
  attendances: trained(
    { zh: '年内培训人次', en: 'Attendances of training in the year' },
    {
      sums: ({ attendances }) => attendances,
    },
  ),
  copies: trained(
    { zh: '年内发放的培训资料', en: 'Copies handed out in the year' },
    {
      sums: ({ copies }) => copies,
      isFloor: ({ copiesAreFloor }) => copiesAreFloor,
    },
  ),
  certificates: trained(
    { zh: '年内培训取得合格证书的人数', en: 'Certificates given in the year' },
    {
      sums: ({ certificates }) => certificates,
      isFloor: ({ certificatesAreFloor }) => certificatesAreFloor,
    },
  ),
  managers: measure<'managers'>({
    kind: 'managers',
    words: { zh: '持有效资质证书的人员', en: 'Holders of a valid certificate' },
    holds: ({ content: { certifiedOn, validUntil } }, { day }) =>
      certifiedOn !== undefined && certifiedOn <= day && (validUntil === undefined || validUntil >= day),
    member: ({ kind }) => kind,
    differing: personOf,
  }),
} as const

export type WorkMeasure = keyof typeof workMeasures

export const isWorkMeasure = (name: string): name is WorkMeasure => Object.hasOwn(workMeasures, name)

/** The measure without the types of its register. */
const plainly = (name: WorkMeasure) => workMeasures[name] as unknown as Measure<WorkKindName>

/** What a measure comes to. @param member counts only records of this code (a class, a kind) */
export function rollUp(
  name: WorkMeasure,
  all: readonly Counted[],
  scope: Scope,
  member?: string | null,
): RolledUp {
  const one = plainly(name)
  const held = all.filter(
    (record) =>
      record.kind === one.kind &&
      (scope.unit === null || record.unit === scope.unit) &&
      one.holds(record as never, scope) &&
      (member === undefined || member === null || one.member?.(record.content as never) === member),
  )
  const { latest, differing, sums, isFloor } = one
  const day = (record: Counted) => latest?.(record.content as never) ?? ''
  const last = held.reduce((found, record) => (day(record) > found ? day(record) : found), '')
  const records = (latest ? held.filter((record) => day(record) === last).slice(0, 1) : held).filter(
    (record) => !sums || (sums(record.content as never) ?? 0) > 0,
  )
  const n = differing
    ? new Set(records.map((record) => differing(record as never))).size
    : sums
      ? records.reduce((sum, record) => sum + (sums(record.content as never) ?? 0), 0)
      : records.length
  return { n, records, isFloor: records.some((record) => isFloor?.(record.content as never) === true) }
}

/** The registers whose records of earlier years still count. */
export const lastingKinds: readonly WorkKindName[] = ['policies', 'measures', 'managers']
