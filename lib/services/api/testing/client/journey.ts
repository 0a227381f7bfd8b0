import createClient from 'openapi-fetch'
// Generated from the description by the test that compiles this file.
import type { paths } from './schema'

export interface Given {
  address: string
  tokens: { office: string; approver: string; leader: string }
  /** The fields of a contract in order, and its scanned text. */
  content: Record<string, unknown>
  paper: Uint8Array<ArrayBuffer>
  year: number
}

interface Said<T> {
  data?: T
  error?: unknown
  response: Response
}

const told = <T>({ data, error, response }: Said<T>): T => {
  if (error !== undefined || data === undefined)
    throw new Error(`${response.status} ${response.url} ${JSON.stringify(error)}`)
  return data
}

/** From a draft to the number in the annual report, as another system would go: by the generated client alone. */
export async function journey({ address, tokens, content, paper, year }: Given) {
  const as = (token: string) =>
    createClient<paths>({ baseUrl: `${address}/api/v1`, headers: { Authorization: `Bearer ${token}` } })
  const office = as(tokens.office)
  const approver = as(tokens.approver)
  const leader = as(tokens.leader)
  const key = () => ({ 'Idempotency-Key': crypto.randomUUID() })

  const begin = { body: { content: {} }, params: { header: { 'Idempotency-Key': 'journey' } } }
  const { id } = told(await office.POST('/contracts', begin))
  const again = told(await office.POST('/contracts', begin))
  if (again.id !== id) throw new Error('The key made a second draft')
  const contract = { path: { id } }

  told(
    await office.POST('/contracts/{id}/save', {
      params: { ...contract, header: key() },
      body: { patch: content as never },
    }),
  )
  told(
    await office.POST('/contracts/{id}/attachments', {
      params: { ...contract, header: { 'x-file-kind': 'ATT01', 'x-file-name': '%E5%90%88%E5%90%8C.pdf' } },
      headers: { 'Content-Type': 'application/pdf' },
      body: paper as unknown as string,
      bodySerializer: (bytes) => bytes,
    }),
  )
  const read = await office.GET('/contracts/{id}', { params: contract })
  const seen = read.response.headers.get('etag') ?? ''
  told(
    await office.POST('/contracts/{id}/submit', {
      params: { ...contract, header: { 'If-Match': seen, ...key() } },
      body: {},
    }),
  )
  const late = await office.POST('/contracts/{id}/submit', {
    params: { ...contract, header: { 'If-Match': seen } },
    body: {},
  })

  const desk = told(await approver.GET('/approvals'))
  const waits = desk.rows.some((row) => row.id === id)
  told(
    await approver.POST('/contracts/{id}/return', {
      params: { ...contract, header: key() },
      body: { reasons: [{ code: 'B16', path: 'techField', text: '请核对技术领域。' }] },
    }),
  )
  told(
    await office.POST('/contracts/{id}/save', {
      params: contract,
      body: { patch: { name: `${String(content.name)}（补正）` } },
    }),
  )
  told(await office.POST('/contracts/{id}/submit', { params: { ...contract, header: key() }, body: {} }))

  const before = await headline()
  const approved = told(
    await approver.POST('/contracts/{id}/approve', { params: { ...contract, header: key() }, body: {} }),
  )
  const registered = await headline()

  const asked = told(
    await office.POST('/contracts/{id}/ask', {
      params: { ...contract, header: key() },
      body: {
        kind: 'correct',
        patch: { turnover: '200000.00', technology: '200000.00' } as never,
        reason: 'C99',
        text: '金额录入有误。',
      },
    }),
  )
  const { ahead } = told(await approver.GET('/requests/{id}', { params: { path: { id: asked.id } } }))
  const { status } = told(
    await approver.POST('/requests/{id}/grant', {
      params: { path: { id: asked.id }, header: key() },
      body: { text: '情况属实。' },
    }),
  )
  const corrected = await headline()

  const report = told(await leader.GET('/report/{year}', { params: { path: { year } } }))
  const [opening] = report.chapters[0]?.blocks ?? []
  const spans = opening?.kind === 'paragraph' ? (opening.sentences[0]?.said.zh ?? []) : []
  const printed = spans.flatMap((span) =>
    span.kind === 'number' && span.measure === 'turnover' ? [span.value] : [],
  )

  const acts: string[] = []
  let after: string | undefined
  while (acts.at(-1) !== 'correct') {
    const page = told(
      await office.GET('/events', { params: { query: { ...(after && { after }), wait: 5 } } }),
    )
    if (typeof page === 'string') throw new Error('Lines came where JSON was asked for')
    for (const event of page.events) if (event.contract === id) acts.push(event.action)
    after = page.next ?? undefined
  }
  return {
    id,
    waits,
    late: { status: late.response.status, code: (late.error as { code?: string } | undefined)?.code },
    number: approved.number,
    status,
    movesAhead: ahead?.moves.length ?? 0,
    before,
    registered,
    corrected,
    printed,
    acts,
  }

  async function headline() {
    const { tables } = told(await leader.GET('/statistics/{year}', { params: { path: { year } } }))
    const figures = tables.find((table) => table.id === 'headline')?.rows?.[0]?.figures
    return { contracts: figures?.contracts, turnover: figures?.turnover }
  }
}
