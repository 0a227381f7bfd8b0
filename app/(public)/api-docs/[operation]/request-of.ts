/** An operation as the panel shows it. */
export interface Tried {
  method: 'get' | 'post'
  path: string
  parameters: readonly {
    name: string
    place: 'path' | 'query' | 'header'
    label: string
    choices: string[] | null
    example: string
  }[]
  /** The example of its JSON, null where it takes none. */
  body: string | null
  upload: boolean
  changes: boolean
}

/** What the person filled in. */
export interface Asked {
  values: Record<string, string>
  body: string
  key: string
  file?: File | undefined
}

type Parameter = Tried['parameters'][number]

/** What is in a box: what was typed, or the example of what the path can't do without. */
export const filledIn = ({ name, place, example }: Parameter, { values }: Asked): string =>
  values[name] ?? (place === 'query' ? '' : example)

function addressOf(operation: Tried, asked: Asked): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = operation.parameters.find((one) => one.name === name)
    return encodeURIComponent(parameter ? filledIn(parameter, asked) : '')
  })
  const search = new URLSearchParams(
    operation.parameters.flatMap((one) => {
      const value = one.place === 'query' ? filledIn(one, asked) : ''
      return value === '' ? [] : [[one.name, value]]
    }),
  )
  return `/api/v1${path}${search.size > 0 ? `?${search}` : ''}`
}

function headersOf(operation: Tried, asked: Asked): Record<string, string> {
  const own = operation.parameters.filter((one) => one.place === 'header' && filledIn(one, asked) !== '')
  return {
    ...Object.fromEntries(own.map((one) => [one.name, filledIn(one, asked)])),
    ...(asked.key && { 'Idempotency-Key': asked.key }),
    ...(asked.file
      ? { 'Content-Type': asked.file.type || 'application/octet-stream' }
      : operation.body !== null && { 'Content-Type': 'application/json' }),
  }
}

/** The request as the browser sends it: without the session, by the token alone. */
export function requestOf(operation: Tried, asked: Asked, token: string, locale: string) {
  const init: RequestInit = {
    method: operation.method.toUpperCase(),
    headers: { ...headersOf(operation, asked), Authorization: `Bearer ${token}`, 'Accept-Language': locale },
    credentials: 'omit',
    cache: 'no-store',
    ...(operation.method === 'post' && { body: asked.file ?? asked.body }),
  }
  return { address: addressOf(operation, asked), init }
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** The same as a line for a terminal; the token stands there under its name alone. */
export function curlOf(operation: Tried, asked: Asked, origin: string): string {
  const headers = Object.entries(headersOf(operation, asked)).map(
    ([name, value]) => `-H ${quoted(`${name}: ${value}`)}`,
  )
  return [
    `curl -i ${operation.method === 'post' ? '-X POST ' : ''}${quoted(origin + addressOf(operation, asked))}`,
    '-H "Authorization: Bearer $TOKEN"',
    ...headers,
    ...(asked.file
      ? [`--data-binary ${quoted(`@${asked.file.name}`)}`]
      : operation.body === null
        ? []
        : [`--data ${quoted(asked.body)}`]),
  ].join(' \\\n  ')
}
