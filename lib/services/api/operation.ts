import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/access/actor'
import type { Permission } from '@/lib/domain/access/permissions'
import { toWire } from '@/lib/domain/contract/kinds'
import type { ProblemCode } from '@/lib/domain/problems'
import type { Words } from '@/lib/domain/words'
import type { Verb } from '../verb'
import type { Answer, FileAnswer } from './answer'

/** Where the API stands. */
export const API = '/api/v1'

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  words: Words
  schema: Record<string, unknown>
  example?: string | number
}

/** A request that was let in: who asks, and what the address and the body say. */
export interface Call {
  actor: Actor
  /** Parameters of the path, whole numbers as such. */
  path: Record<string, string | number>
  search: URLSearchParams
  request: Request
  /** The JSON object of the body. */
  body(): Promise<Record<string, unknown>>
}

// biome-ignore lint/suspicious/noExplicitAny: verbs differ in their inputs, and each checks its own.
type AnyVerb = Verb<any, any>

/** One thing the API does: how it is served, described to machines and shown to people. */
export interface Operation {
  id: string
  method: 'get' | 'post'
  path: string
  summary: Words
  /** Absent where anybody may ask. */
  permission: Permission | null
  parameters: readonly Parameter[]
  input?: z.ZodType
  output?: z.ZodType
  /** Media types of the files it answers with. */
  files?: readonly string[]
  /** The body may be a file. */
  upload?: boolean
  success: 200 | 201 | 204
  /** What it may be refused for beyond what any request may be. */
  refusals?: readonly ProblemCode[]
  /** A body that fits `input`. */
  example?: unknown
  /** A POST that changes nothing, which a token for reading may send. */
  reads?: boolean
  /** The verb whose transaction carries the act, and how its output is answered: a repeated key is answered from it. */
  act?: { verb: AnyVerb; says: (output: unknown) => Answer }
  /** Left out where a route file of its own serves the address. */
  run?: (call: Call) => Promise<Answer | FileAnswer | Response>
}

export const text = { type: 'string' }

/** A parameter of the address's search. */
export const query = (
  name: string,
  zh: string,
  en: string,
  schema: Record<string, unknown> = text,
  example?: string | number,
): Parameter => ({
  name,
  in: 'query',
  words: { zh, en },
  schema,
  ...(example !== undefined && { example }),
})

/** A parameter of the path that names a record. */
export const named = (zh: string, en: string, name = 'id'): Parameter => ({
  name,
  in: 'path',
  words: { zh, en },
  schema: { type: 'string', format: 'uuid' },
  example: '019ac3f2-5a7e-7c3b-9d10-2f4b6c8d0e1a',
})

/** A parameter of the path that is a word. */
export const word = (name: string, zh: string, en: string, example: string): Parameter => ({
  name,
  in: 'path',
  words: { zh, en },
  schema: text,
  example,
})

export const yearParameter: Parameter = {
  name: 'year',
  in: 'path',
  words: { zh: '统计年度', en: 'Statistical year' },
  schema: { type: 'integer', minimum: 2000, maximum: 2100 },
  example: 2024,
}
export const unitParameter = query(
  'unit',
  '单位代码，如 D08；省略为权限内的全部',
  'Unit code such as D08; left out, the whole of your reach',
)
export const moment = { type: 'string', format: 'date-time' }
export const asOfParameter = query(
  'asOf',
  '过去的时刻：按当时已知的登记统计；将来的时刻为现在',
  'A past instant: the figures as they were known then; one to come is now',
  moment,
)
export const pageParameter = (perPage: number) =>
  query('page', `页，从 1 起，每页 ${perPage} 条`, `Page from 1, ${perPage} each`, {
    type: 'integer',
    minimum: 1,
    maximum: 10_000,
  })

/** What is said of a verb beside what it says of itself. */
interface Act {
  id: string
  path: string
  summary: Words
  parameters?: readonly Parameter[]
  /** Parameters of the path that the verb's input calls otherwise, or that go into one part of it. */
  takes?: (path: Call['path']) => Record<string, unknown>
  output?: z.ZodType
  /** Where what was made is found. */
  location?: (output: never) => string
  refusals?: readonly ProblemCode[]
  example?: unknown
  reads?: boolean
}

/** A verb of the pages at an address: its input from path and body, its output as the answer. */
export function acting(
  run: AnyVerb,
  { parameters = [], takes = (path) => path, output, location, ...rest }: Act,
): Operation {
  const success = location ? 201 : output ? 200 : 204
  const says = (value: unknown): Answer => ({
    value: toWire(value),
    status: success,
    ...(location && { location: location(value as never) }),
  })
  const named = Object.keys(takes(Object.fromEntries(parameters.map(({ name }) => [name, '']))))
  return {
    ...rest,
    method: 'post',
    permission: run.permission,
    parameters,
    input: without(run.input, named),
    ...(output && { output }),
    success,
    act: { verb: run, says },
    run: async ({ actor, path, body }) => says(await run(actor, { ...(await body()), ...takes(path) })),
  }
}

/** What the body still has to say once the path has named the rest. */
function without(schema: z.ZodType, names: readonly string[]): z.ZodType {
  if (!(schema instanceof z.ZodObject)) return schema
  const known = names.filter((name) => name in schema.shape)
  return schema.omit(Object.fromEntries(known.map((name) => [name, true])) as never)
}

/** A reader at an address. */
export const reader = (
  of: Omit<Operation, 'method' | 'success' | 'parameters' | 'run'> & {
    parameters?: readonly Parameter[]
    read: (call: Call) => Promise<unknown>
  },
): Operation => {
  const { read, parameters = [], ...rest } = of
  return {
    ...rest,
    method: 'get',
    parameters,
    success: 200,
    run: async (call) => ({ value: toWire(await read(call)) }),
  }
}
