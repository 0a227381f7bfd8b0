import 'server-only'
import { permissions } from '@/lib/domain/access/permissions'
import { roles } from '@/lib/domain/access/roles'
import { problemStatus } from '@/lib/domain/problems'
import type { Operation } from './operation'
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
  },
}

const json = (schema: Json) => ({ content: { 'application/json': { schema } } })

const refusal = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function describe({
  id,
  summary,
  permission,
  parameters,
  input,
  output,
  files = [],
  success,
}: Operation): Json {
  const allowed = permission
    ? Object.keys(permissions[permission]).map((role) => roles[role as keyof typeof roles].en)
    : ['anybody']
  return {
    operationId: id,
    summary: summary.en,
    description: `${summary.zh}。 For: ${allowed.join(', ')}.`,
    ...(permission === null && { security: [] }),
    parameters: parameters.map(({ words, ...rest }) => ({
      ...rest,
      required: rest.in === 'path',
      description: words.en,
    })),
    ...(input && { requestBody: json(inputSchema(input)) }),
    responses: {
      [success]: {
        description: 'Done',
        ...((output || files.length > 0) && {
          content: {
            ...Object.fromEntries(
              files.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
            ),
            ...(output && json(outputSchema(output)).content),
          },
        }),
      },
      default: refusal,
    },
  }
}

/** OpenAPI 3.1 of the API, made from the schemas that check it. */
export function openApi(): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jishi 技市',
      version: '1',
      description:
        'Registration and statistics of technology contracts. Money is a decimal string in yuan (元), days are YYYY-MM-DD in Asia/Shanghai, instants ISO 8601.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problem },
    },
  }
}
