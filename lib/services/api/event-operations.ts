import 'server-only'
import { z } from 'zod'
import { statusNames } from '@/lib/domain/contract/lifecycle'
import { readEvents } from '../events/read-feed'
import { parseInput } from '../verb'
import { type Operation, query } from './operation'

const NDJSON = 'application/x-ndjson'
const MOST = 500

const event = z.object({
  cursor: z.string().describe('Send it as `after` to go on behind this event'),
  contract: z.uuid(),
  seq: z.int().describe('1, 2, 3 … within the contract'),
  action: z
    .string()
    .describe(
      'create, submit, withdraw, discard, approve, return, refuse, dispute, import, correct, change, cancel, revoke',
    ),
  statusAfter: z.enum(statusNames),
  by: z.string(),
  at: z.iso.datetime(),
  details: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('What the act said: reasons, decision, number given'),
  content: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('The whole content after the act; null, like the details, while its office has taken it back'),
  unit: z.string(),
  localNumber: z.string(),
  number: z.string().nullable().describe('Once it is on the register'),
  registeredOn: z.iso.date().nullable(),
})

const asked = z.strictObject({
  after: z.string().min(1).max(100).optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(100),
  wait: z.coerce.number().int().min(0).max(25).default(0),
})

/** What was done to contracts, in the order of the ledger. */
export const eventOperations: readonly Operation[] = [
  {
    id: 'readEvents',
    method: 'get',
    path: '/events',
    summary: {
      zh: '合同的全部办理，按台账先后；可据以在别处重建登记台账',
      en: 'Everything done to contracts within your reach, in the order of the ledger: replayed, it rebuilds the register',
    },
    permission: 'contract.read',
    parameters: [
      query(
        'after',
        '上次读到之处：事件的 cursor 或答复中的 next',
        'Where you left off: the cursor of an event, or next',
      ),
      query('limit', '至多多少条', 'How many at the most', {
        type: 'integer',
        minimum: 1,
        maximum: MOST,
        default: 100,
      }),
      query(
        'wait',
        '尚无新事件时等待的秒数',
        'Seconds to wait for something to come where there is nothing',
        {
          type: 'integer',
          minimum: 0,
          maximum: 25,
          default: 0,
        },
      ),
    ],
    output: z.object({
      events: z.array(event),
      next: z
        .string()
        .nullable()
        .describe('Send it as `after`, also when no event came; null before the first'),
    }),
    files: [NDJSON],
    success: 200,
    run: async ({ actor, search, request }) => {
      const { after, limit, wait } = parseInput(asked, Object.fromEntries(search))
      const events = await readEvents(actor, { after, most: limit, seconds: wait }, request.signal)
      if (/\bapplication\/x-ndjson\b/i.test(request.headers.get('accept') ?? '')) {
        const lines = events.map((one) => `${JSON.stringify(one)}\n`).join('')
        return new Response(lines, { headers: { 'Content-Type': NDJSON, 'Cache-Control': 'no-store' } })
      }
      return { value: { events, next: events.at(-1)?.cursor ?? after ?? null } }
    },
  },
]
