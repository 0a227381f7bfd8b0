import { Agent, get, type IncomingMessage } from 'node:http'

export interface Heard {
  /** Signals of what moved that this page was told, and when the last one came (`performance.now`). */
  changes: number
  at: number
}

export interface Herd {
  pages: readonly Heard[]
  /** Runs the work and waits until every page has been told something new, or nothing more comes for `quiet` milliseconds. */
  told(work: () => Promise<unknown>, quiet?: number): Promise<void>
  close(): void
}

const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })

/** Asks for something as a browser does and reads the answer to its end; returns how long that took, in milliseconds. */
export function ask(address: string, headers: Record<string, string>): Promise<number> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { 'accept-encoding': 'gzip', ...headers } }, (answer) => {
      if ((answer.statusCode ?? 500) >= 400) reject(new Error(`${address} answered ${answer.statusCode}`))
      answer.resume().on('end', () => resolve(performance.now() - begun))
    }).on('error', reject)
  })
}

/** Opens a stream for each cookie, as that many browsers would; `moved` runs whenever one is told of a change. */
export async function openHerd(
  address: string,
  cookies: readonly string[],
  moved: (page: number) => unknown = () => {},
): Promise<Herd> {
  const pages: Heard[] = cookies.map(() => ({ changes: 0, at: 0 }))
  const streams: IncomingMessage[] = []
  let last = 0
  await Promise.all(
    cookies.map(
      (cookie, index) =>
        new Promise<void>((greeted, refused) => {
          get(address, { agent, headers: { cookie, accept: 'text/event-stream' } }, (stream) => {
            if (stream.statusCode !== 200) refused(new Error(`The stream answered ${stream.statusCode}`))
            streams.push(stream)
            stream.setEncoding('utf8')
            stream.on('error', () => {})
            stream.on('data', (text: string) => {
              if (text.includes('event: hello')) greeted()
              const page = pages[index]
              if (!page || !text.includes('event: change')) return
              page.changes += text.split('event: change').length - 1
              page.at = last = performance.now()
              moved(index)
            })
          }).on('error', refused)
        }),
    ),
  )
  return {
    pages,
    async told(work, quiet = 0) {
      const before = pages.map(({ changes }) => changes)
      await work()
      while (
        pages.some(({ changes }, index) => changes === before[index]) ||
        performance.now() - last < quiet
      ) {
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    close() {
      for (const stream of streams) stream.destroy()
    },
  }
}
