import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { type Cluster, type ClusterOptions, startCluster } from '@/db/embedded/cluster'
import { readPostmaster } from '@/db/embedded/postmaster'

/** The database under test, which is killed and started again at the same port. */
export class Database {
  private constructor(
    private readonly options: ClusterOptions,
    public cluster: Cluster,
  ) {}

  static async start(options: ClusterOptions): Promise<Database> {
    return new Database(options, await startCluster(options))
  }

  /** Kills one of the processes that serve a connection; PostgreSQL then ends all others and recovers by itself. */
  async killBackend(pick: (count: number) => number): Promise<void> {
    const sql = this.connect()
    const backends = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`
    const chosen = backends[pick(Math.max(1, backends.length))]
    if (chosen) process.kill(chosen.pid, 'SIGKILL')
    await sql.end({ timeout: 1 }).catch(() => {})
    await this.answers()
  }

  /** Kills the process that is the database; its backends end by themselves, and it is started again. */
  async killWhole(): Promise<void> {
    const { exited, port } = this.cluster
    const postmaster = readPostmaster(join(this.options.dataDir, 'postgres'))
    if (!postmaster) throw new Error('The database is not running')
    process.kill(postmaster.pid, 'SIGKILL')
    await exited
    this.cluster = await startCluster(this.options, port)
    await this.answers()
  }

  private connect = () =>
    postgres(this.cluster.url('postgres'), { max: 1, connect_timeout: 5, onnotice: () => {} })

  /** Waits until it has recovered and answers again, for a minute at most. */
  private async answers(): Promise<void> {
    for (let left = 600; ; left -= 1) {
      const sql = this.connect()
      try {
        // A query on a connection that is ended just now may never be answered.
        await Promise.race([sql`select 1`, wait(5000).then(() => Promise.reject(new Error('No answer')))])
        return
      } catch (error) {
        if (left === 0) throw error
        await wait(100)
      } finally {
        await sql.end({ timeout: 1 }).catch(() => {})
      }
    }
  }
}
