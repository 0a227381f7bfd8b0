import 'server-only'
import { Problem } from '@/lib/domain/problems'
import { served } from './openapi'
import { API, type Call, type Operation } from './operation'

export interface Found {
  /** Null where the address knows no such method. */
  operation: Operation | null
  path: Call['path']
  /** What the address may be asked. */
  allow: string[]
  /** What is read at the address above. */
  parent: Operation | null
}

interface Pattern {
  operation: Operation
  test: RegExp
  names: string[]
}

/** An address as a pattern: `{year}.{form}` matches `2024.pdf`. */
function patternOf(operation: Operation): Pattern {
  const names: string[] = []
  const source = operation.path
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      names.push(name)
      // A year ends where the form of a file begins.
      return typeOf(operation, name) === 'integer' ? '([^/.]+)' : '([^/]+)'
    })
  return { operation, test: new RegExp(`^${source}$`), names }
}

const typeOf = ({ parameters }: Operation, name: string) =>
  parameters.find((one) => one.name === name && one.in === 'path')?.schema.type

/** Words before parameters, so that `/report/check` is not the report of a year. */
const patterns = served
  .map(patternOf)
  .sort((a, b) => a.names.length - b.names.length || b.operation.path.length - a.operation.path.length)

/**
 * What is declared at the address of a request.
 * @throws {Problem} no-such-address
 */
export function findOperation(request: Request): Found {
  const { pathname } = new URL(request.url)
  // The public check answers programs at its page's address too, which the server rewrites to ours and tells unchanged.
  const address = pathname.startsWith(`${API}/`) ? pathname.slice(API.length) : pathname
  const method = request.method === 'HEAD' ? 'get' : request.method.toLowerCase()
  const first = patterns.find(({ test }) => test.test(address))
  if (!first) throw new Problem({ code: 'no-such-address' })
  // What else stands at the same address: words are never parameters of another.
  const here = patterns.filter(({ test, names }) => test.test(address) && names.length === first.names.length)
  const match = here.find(({ operation }) => operation.method === method) ?? null
  const methods = here.map(({ operation }) => operation.method.toUpperCase())
  const above = address.slice(0, address.lastIndexOf('/'))
  return {
    operation: match?.operation ?? null,
    path: match ? pathOf(match, address) : {},
    allow: [...new Set([...(methods.includes('GET') ? ['GET', 'HEAD'] : []), ...methods, 'OPTIONS'])],
    parent:
      patterns.find(({ operation, test }) => operation.method === 'get' && test.test(above))?.operation ??
      null,
  }
}

function pathOf({ operation, test, names }: Pattern, address: string): Call['path'] {
  const values = test.exec(address)?.slice(1) ?? []
  return Object.fromEntries(
    names.map((name, at) => {
      const value = decoded(values[at] ?? '')
      const whole = typeOf(operation, name) === 'integer'
      return [name, whole && /^\d{1,9}$/.test(value) ? Number(value) : value]
    }),
  )
}

/** @throws {Problem} no-such-address for what no text can stand behind */
function decoded(value: string): string {
  try {
    const text = decodeURIComponent(value)
    if (!/[\0\p{Surrogate}]/u.test(text)) return text
  } catch {}
  throw new Problem({ code: 'no-such-address' })
}
