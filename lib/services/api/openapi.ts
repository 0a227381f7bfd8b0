import 'server-only'
import { z } from 'zod'
import { permissions } from '@/lib/domain/access/permissions'
import { roles } from '@/lib/domain/access/roles'
import { type ProblemCode, problemStatus } from '@/lib/domain/problems'
import { API, type Operation, type Parameter } from './operation'
import { inputSchema, operations, outputSchema } from './operations'

type Json = Record<string, unknown>

const strings = { type: 'array', items: { type: 'string' } }

const problem: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'A sentence in the language of Accept-Language' },
    status: { type: 'integer' },
    code: { type: 'string', enum: [...Object.keys(problemStatus), 'unknown'] },
    instance: { type: 'string' },
    issues: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
    findings: {
      type: 'array',
      items: { type: 'object' },
      description: 'With check-failed: what stands in the way',
    },
    contractStatus: { type: 'string', description: 'With wrong-status: the status the contract has' },
    possible: { ...strings, description: 'With wrong-status: what can be done instead' },
    allow: { ...strings, description: 'With method-not-allowed: the methods of the address' },
    retryAfter: { type: 'integer', description: 'With too-many-requests: seconds to wait' },
  },
  example: {
    code: 'not-found',
    type: '/api-docs#not-found',
    title: 'There is no such record, or it is outside your reach.',
    status: 404,
    instance: `${API}/contracts/019ac3f2-5a7e-7c3b-9d10-2f4b6c8d0e1a`,
  },
}

const headers: Json = {
  ETag: {
    description:
      'What was told: send it as If-None-Match to be told of a change alone, or with an act as If-Match',
    schema: { type: 'string' },
  },
  Location: { description: 'Where what was made is found', schema: { type: 'string' } },
  RateLimit: { description: 'What is left at once: "token";r=599', schema: { type: 'string' } },
  'RateLimit-Policy': {
    description: 'How many a window of seconds: "token";q=600;w=60',
    schema: { type: 'string' },
  },
  'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } },
  Allow: { description: 'The methods of the address', schema: { type: 'string' } },
  'Idempotency-Replayed': {
    description: 'true where the answer is that of an earlier request under the key',
    schema: { const: 'true' },
  },
}
const header = (...names: string[]) => ({
  headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
})

const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The ETag of what you have; 304 where it still holds',
  schema: { type: 'string' },
}
const ifMatch = {
  name: 'If-Match',
  in: 'header',
  description: 'The ETag of what you have seen; 412 where it has changed since',
  schema: { type: 'string' },
}
const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'A name of your own for this request, kept for a day: sent again with the same body, it is answered as the first time and nothing is done twice',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  example: '"8e03978e-40d5-43dd-bc93-6894a57f9324"',
}

/** What a request may be refused for: what any may, what this kind may, and what the operation says of itself. */
export function refusalsOf(operation: Operation): ProblemCode[] {
  const { method, permission, parameters, input, upload, refusals = [] } = operation
  const named = parameters.some((one) => one.in === 'path')
  return [
    ...(permission === null
      ? []
      : (['unauthenticated', 'forbidden', 'too-many-requests', 'not-acceptable', 'unavailable'] as const)),
    ...(named ? (['not-found'] as const) : []),
    ...(parameters.length > 0 || input ? (['invalid-input'] as const) : []),
    ...(method === 'post'
      ? (['read-only-token', 'precondition-failed', 'key-running', 'key-reused'] as const)
      : []),
    ...(input ? (['malformed', 'too-deep', 'body-too-large'] as const) : []),
    ...(input && !upload ? (['not-json'] as const) : []),
    ...refusals,
  ]
}

function refusalsByStatus(operation: Operation): Json {
  const byStatus = new Map<number, Set<string>>([[500, new Set(['unknown'])]])
  for (const code of refusalsOf(operation)) {
    const status = problemStatus[code]
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code))
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [
        status,
        {
          description: [...codes].join(', '),
          ...(status === 429 && header('Retry-After', 'RateLimit')),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  )
}

const parameterOf = ({ name, in: place, words, schema, example }: Parameter): Json => ({
  name,
  in: place,
  required: place === 'path',
  description: words.en,
  schema,
  ...(schema.type === 'array' && { style: 'form', explode: true }),
  ...(example !== undefined && { example }),
})

function describe(operation: Operation): Json {
  const { id, method, path, summary, permission, parameters, input, output, files = [], success } = operation
  const allowed = permission
    ? Object.keys(permissions[permission]).map((role) => roles[role as keyof typeof roles].en)
    : ['Anybody']
  const binary = { schema: { type: 'string', format: 'binary' } }
  const answers = {
    ...(output && { 'application/json': { schema: outputSchema(output) } }),
    ...Object.fromEntries(files.map((type) => [type, binary])),
  }
  const reads = method === 'get'
  return {
    operationId: id,
    tags: [path.split('/')[1] ?? ''],
    summary: summary.en,
    description: `${summary.zh}。 For: ${allowed.join(', ')}.`,
    ...(permission === null && { security: [] }),
    parameters: [
      ...parameters.map(parameterOf),
      ...(permission === null ? [] : reads ? [ifNoneMatch] : [idempotencyKey, ifMatch]),
    ],
    ...((input || operation.upload) && {
      requestBody: {
        content: {
          ...(input && {
            'application/json': {
              schema: inputSchema(operation),
              ...(operation.example !== undefined && { example: operation.example }),
            },
          }),
          ...(operation.upload && { '*/*': binary }),
        },
      },
    }),
    responses: {
      [success]: {
        description: success === 204 ? 'Done; there is nothing to tell' : 'Done',
        ...header(
          ...(reads ? ['ETag'] : ['Idempotency-Replayed']),
          ...(success === 201 ? ['Location'] : []),
          'RateLimit',
          'RateLimit-Policy',
        ),
        ...(Object.keys(answers).length > 0 && { content: answers }),
      },
      ...(reads && permission && { 304: { description: 'What you have still holds', ...header('ETag') } }),
      ...refusalsByStatus(operation),
    },
  }
}

/** The description of the API; it holds no data. */
const describing: Operation = {
  id: 'describeApi',
  method: 'get',
  path: '/openapi.json',
  summary: { zh: '本说明', en: 'This description' },
  permission: null,
  parameters: [],
  output: z.looseObject({ openapi: z.string() }),
  success: 200,
  run: async () => ({ value: openApi() }),
}

/** Everything that is served. */
export const served: readonly Operation[] = [...operations, describing]

/** OpenAPI 3.1 of the API, made from the declarations that serve it. */
export function openApi(): Json {
  const paths: Record<string, Json> = {}
  for (const operation of served) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  }
  const tags = [...new Set(served.map(({ path }) => path.split('/')[1] ?? ''))]
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jishi 技市',
      version: '1',
      description: [
        'Registration and statistics of technology contracts.',
        'Money is a decimal string in yuan (元), days are YYYY-MM-DD in Asia/Shanghai, instants ISO 8601.',
        'A list is walked by its `next`: send it as `after` (or `before` for `previous`) until it is null.',
        'A POST that names an Idempotency-Key is done once, however often it is sent.',
      ].join('\n\n'),
    },
    servers: [{ url: API }],
    security: [{ token: [] }],
    tags: tags.map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Issued by the administrator; it may do what its account may do, or only read',
        },
      },
      headers,
      schemas: { Problem: problem },
    },
  }
}
