/** Query parameters of a link; empty, null and absent values leave no trace in the address. */
export type Query = Record<string, string | number | readonly string[] | null | undefined>

/** Appends `query` in the order given; a list becomes a repeated parameter. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value]
    for (const one of values)
      if (one !== null && one !== undefined && one !== '') search.append(name, String(one))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

const part = encodeURIComponent
const contract = (id: string) => `/contracts/${part(id)}`
const approval = (id: string) => `/approvals/${part(id)}`
const request = (id: string) => `/requests/${part(id)}`
const campaign = (id: string) => `/audit/${part(id)}`
const organisation = (id: string) => `/organisations/${part(id)}`

/** Every address inside the house; pages, actions and redirects name places only through this table. */
export const routes = {
  home: () => '/',
  /** `from` is the place to return to after signing in; it is checked to be ours where it is used. */
  signIn: (from?: string) => withQuery('/sign-in', { from }),
  /** Takes a POST alone, from our own pages: ends the session and leads to the sign-in. */
  signOut: () => '/sign-out',
  changePassword: () => '/change-password',

  /** What waits for the person and what they were told; the count beside it, and the stream that says when to ask for it. */
  inbox: (query: Query = {}) => withQuery('/inbox', query),
  inboxCount: () => '/inbox/count',
  inboxStream: () => '/inbox/stream',
  /** Mail of one's notices, and one's deputies. */
  inboxSettings: () => '/inbox/settings',

  contracts: (filters: Query = {}) => withQuery('/contracts', filters),
  /** `copyFrom` starts the draft from an earlier contract, without its amounts and dates. */
  newContract: (copyFrom?: string) => withQuery('/contracts/new', { copyFrom }),
  contract,
  /** `at` is the field the form opens at; `copied` tells what the draft began from. */
  editContract: (id: string, query: { at?: string; copied?: string } = {}) =>
    withQuery(`${contract(id)}/edit`, query),
  checkContract: (id: string) => `${contract(id)}/check`,
  /** Takes a file by POST. */
  contractAttachments: (id: string) => `${contract(id)}/attachments`,
  contractAttachment: (id: string, attachmentId: string) =>
    `${contract(id)}/attachments/${part(attachmentId)}`,
  contractsExport: (filters: Query = {}) => withQuery('/contracts/export', filters),

  /** Files of contracts on their way in; one of them, narrowed to a verdict. */
  imports: (query: Query = {}) => withQuery('/contracts/import', query),
  importBatch: (id: string, query: Query = {}) => withQuery(`/contracts/import/${part(id)}`, query),
  /** Takes a file by POST. */
  importFiles: () => '/contracts/import/files',
  importTemplate: () => '/contracts/import/template',
  /** The rejected rows as a file, each with its reason. */
  importReturned: (id: string) => `/contracts/import/${part(id)}/returned`,

  requests: (filters: Query = {}) => withQuery('/requests', filters),
  request,
  /** The form for something to be done to a registered contract: of a kind, or as a row of an import says. */
  newRequest: (id: string, kind?: string, row: Query = {}) =>
    withQuery(`${contract(id)}/requests/new`, { kind, ...row }),
  /** Takes a paper for a request by POST; one of them is shown or taken off at its own address. */
  contractEvidence: (id: string) => `${contract(id)}/evidence`,
  evidence: (id: string) => `/requests/evidence/${part(id)}`,

  approvals: (filters: Query = {}) => withQuery('/approvals', filters),
  approval,

  statistics: (year?: number, query: Query = {}) =>
    withQuery(year === undefined ? '/statistics' : `/statistics/${year}`, query),
  /** A catalogue table as a file: `format` csv or xlsx. */
  statisticsExport: (year: number, tableId: string, query: Query = {}) =>
    withQuery(`/statistics/${year}/${part(tableId)}/export`, query),
  /** The contracts behind one number: the drill-down list of a catalogue table's cell. */
  statisticsCell: (year: number, tableId: string, cell: Query = {}) =>
    withQuery(`/statistics/${year}/${part(tableId)}`, cell),

  /** From one moment to another: `from` (or `edition`) and `to`. */
  bridge: (year: number, query: Query = {}) => withQuery(`/statistics/${year}/bridge`, query),

  /** Takes a report and checks its numbers. */
  checkReport: () => '/report/check',
  /** Takes the report as the body of a POST. */
  checkReportFile: (query: Query = {}) => withQuery('/report/check/file', query),

  /** The year at a glance; without a year the latest one. */
  dashboard: (year?: number, query: Query = {}) =>
    withQuery(year === undefined ? '/dashboard' : `/dashboard/${year}`, query),
  /** The annual report of a year, live; without a year the latest one. */
  report: (year?: number, query: Query = {}) =>
    withQuery(year === undefined ? '/report' : `/report/${year}`, query),
  /** Where staff write around the report of a year, and the centre comments on it. */
  editReport: (year: number, query: { unit?: string | null } = {}) =>
    withQuery(`/report/${year}/edit`, query),
  /** A published edition as it was published, and a file of it: `form` docx, pdf or xlsx. */
  edition: (year: number, number: number, query: Query = {}) =>
    withQuery(`/report/${year}/editions/${number}`, query),
  editionFile: (year: number, number: number, form: string, query: Query = {}) =>
    withQuery(`/report/${year}/editions/${number}/${part(form)}`, query),
  /** What changed since an edition was published. */
  sincePrint: (year: number, query: Query = {}) => withQuery(`/report/${year}/since-print`, query),
  /** What anybody may read without an account: the years, an edition, and a file of it. */
  published: (year?: number, query: Query = {}) =>
    withQuery(year === undefined ? '/published' : `/published/${year}`, query),
  publishedFile: (year: number, form: string, query: Query = {}) =>
    withQuery(`/published/${year}/${part(form)}`, query),
  /** The annual report as a file: `form` docx, pdf or xlsx, in a `language`. */
  reportFile: (year: number, query: Query = {}) => withQuery(`/report/${year}/file`, query),
  /** The year at a glance for a screen on the wall. */
  wall: (year?: number, query: Query = {}) =>
    withQuery(year === undefined ? '/wall' : `/wall/${year}`, query),
  /** The stream that says which figures moved, for a page made `at` a position of it that shows `year`, `units`, `work`. */
  live: (page: Query = {}) => withQuery('/live', page),
  /** A table of any two dimensions; everything chosen stands in the query. */
  cross: (query: Query = {}) => withQuery('/statistics/cross', query),
  /** The contracts that counted at a past moment, behind a number of a cross-table. */
  counted: (filters: Query = {}) => withQuery('/statistics/cross/contracts', filters),
  crossExport: (query: Query = {}) => withQuery('/statistics/cross/export', query),
  /** A kept cross-table by its number. */
  savedView: (id: string, query: Query = {}) => withQuery(`/statistics/cross/saved/${part(id)}`, query),

  /** The registers behind the report's opening chapter. */
  work: {
    registers: (year?: number) => withQuery('/work', { year }),
    records: (kind: string, filters: Query = {}) => withQuery(`/work/${part(kind)}`, filters),
    newRecord: (kind: string) => `/work/${part(kind)}/new`,
    record: (kind: string, id: string) => `/work/${part(kind)}/${part(id)}`,
    /** A register's list as a workbook; `template` without its rows. */
    export: (kind: string, filters: Query = {}) => withQuery(`/work/${part(kind)}/export`, filters),
    /** The page that takes a workbook; the file itself goes to `file` below it by POST. */
    import: (kind: string) => `/work/${part(kind)}/import`,
    importFile: (kind: string) => `/work/${part(kind)}/import/file`,
    /** Contracts registered elsewhere and bought by the Corps. */
    inflow: (filters: Query = {}) => withQuery('/work/inflow', filters),
    inflowFile: () => '/work/inflow/file',
  },

  organisations: (filters: Query = {}) => withQuery('/organisations', filters),
  organisation,

  audit: {
    campaigns: () => '/audit',
    newCampaign: () => '/audit/new',
    /** A self-audit; its findings narrowed by unit, status and rule. */
    campaign: (id: string, filters: Query = {}) => withQuery(campaign(id), filters),
    /** What it came to as a file: `format` xlsx or docx. */
    campaignExport: (id: string, format: 'xlsx' | 'docx') => withQuery(`${campaign(id)}/export`, { format }),
    rules: (filters: Query = {}) => withQuery('/audit/rules', filters),
    /** `year` tries the rule on it. */
    rule: (id: string, query: { year?: number } = {}) => withQuery(`/audit/rules/${part(id)}`, query),
  },

  admin: {
    units: () => '/admin/units',
    unit: (code: string) => `/admin/units/${part(code)}`,
    accounts: (filters: Query = {}) => withQuery('/admin/accounts', filters),
    newAccount: () => '/admin/accounts/new',
    account: (id: string) => `/admin/accounts/${part(id)}`,
    /** Mails on their way and what became of them. */
    mail: (query: Query = {}) => withQuery('/admin/mail', query),
    settings: () => '/admin/settings',
    setting: (key: string) => `/admin/settings/${part(key)}`,
    calendar: (year?: number) => withQuery('/admin/calendar', { year }),
    codes: (list?: string) => withQuery('/admin/codes', { list }),
    institutions: () => '/admin/institutions',
  },
  trail: (filters: Query = {}) => withQuery('/trail', filters),
  trailExport: (filters: Query = {}) => withQuery('/trail/export', filters),
  /** The description of the API; of one of its operations, with a panel to try it. */
  apiDocs: (operation?: string) => (operation === undefined ? '/api-docs' : `/api-docs/${part(operation)}`),
  openApi: () => '/api/v1/openapi.json',
} as const
