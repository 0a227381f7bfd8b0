import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Acknowledged } from '@/lib/testing/moves'

interface Client {
  file: string
  process: ChildProcess
}

/** What the servers wrote down: acts that were acknowledged, and what went wrong that must not. */
export interface Written {
  acts: Acknowledged[]
  failures: string[]
}

/** The client processes, each in the place of a server, and the files they write to. */
export class Crew {
  private readonly places: Client[] = []
  private readonly files: string[] = []

  constructor(
    private readonly home: string,
    private readonly appUrl: string,
    size: number,
  ) {
    for (let place = 0; place < size; place += 1) this.start(place)
  }

  private start(place: number): void {
    const number = this.files.length + 1
    const file = join(this.home, `acts-${number}.jsonl`)
    const script = fileURLToPath(new URL('./client.ts', import.meta.url))
    const child = spawn(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', script, file, String(number)],
      {
        // The channel tells it when this process is gone.
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        env: { ...process.env, APP_DATABASE_URL: this.appUrl, DATA_DIR: this.home, JISHI_PROCESS: 'web' },
      },
    )
    this.files.push(file)
    this.places[place] = { file, process: child }
  }

  /** Kills the servers in these places as they stand and puts new ones there. */
  async kill(places: readonly number[]): Promise<void> {
    await this.end(places)
    for (const place of places) this.start(place)
  }

  /** Kills servers for good; all of them where none are named. */
  async end(places: readonly number[] = this.places.map((_, place) => place)): Promise<void> {
    await Promise.all(
      places.map(async (place) => {
        const child = this.places[place]?.process
        if (!child || child.exitCode !== null || child.signalCode !== null) return
        child.kill('SIGKILL')
        await new Promise((resolve) => child.once('exit', resolve))
      }),
    )
  }

  /** Acts acknowledged so far by each server that is running. */
  progress(): number[] {
    return this.places.map(({ file }) => actsIn(file).acts.length)
  }

  written(): Written {
    const all = this.files.map(actsIn)
    return { acts: all.flatMap(({ acts }) => acts), failures: all.flatMap(({ failures }) => failures) }
  }
}

/** Whole lines alone: one that was being written when its server was killed had not been acknowledged to anybody. */
function actsIn(file: string): Written {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []
  const said = lines.map((line) => JSON.parse(line) as Acknowledged | { failure: string })
  return {
    acts: said.filter((one) => 'act' in one),
    failures: said.flatMap((one) => ('failure' in one ? one.failure : [])),
  }
}
