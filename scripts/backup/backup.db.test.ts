import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cluster, startCluster } from '@/db/embedded/cluster'
import { backUp } from './back-up'
import { manifestOf } from './manifest'
import { restore } from './restore'

const superuserPassword = 'a-password-of-this-test-alone'
const home = mkdtempSync(join(tmpdir(), 'jishi-backup-'))
const [running, copy] = [join(home, 'running'), join(home, 'copy')]
let cluster: Cluster
let sql: Sql

const connect = ({ url }: Cluster) => postgres(url('postgres'), { max: 4, onnotice: () => {} })
const start = (dataDir: string) => startCluster({ dataDir, superuserPassword, durable: false })

beforeAll(async () => {
  // As root the database runs as another account, which has to pass through.
  chmodSync(home, 0o711)
  cluster = await start(running)
  sql = connect(cluster)
  await sql`create table line (id serial primary key, said text)`
  await sql`insert into line (said) select repeat('技', 500) from generate_series(1, 20000)`
  writeFileSync(join(running, 'secrets.json'), '{"superuserPassword":"…"}', { mode: 0o600 })
})

afterAll(async () => {
  await sql.end()
  await cluster.stop()
  rmSync(home, { recursive: true, force: true })
})

/** Lines written one after another until `stop`; returns the last that was acknowledged when it is asked. */
function writing() {
  let last = 0
  let going = true
  const over = (async () => {
    while (going) {
      const [row] = await sql<
        { id: number }[]
      >`insert into line (said) values (repeat('术', 500)) returning id`
      last = row?.id ?? last
      if (last % 100 === 0) await sql`checkpoint`
    }
  })()
  return {
    last: () => last,
    stop: () => {
      going = false
      return over
    },
  }
}

describe('a backup', () => {
  test('taken while others write opens elsewhere with all that was acknowledged before, and nothing half', async () => {
    const writer = writing()
    await expect.poll(writer.last).toBeGreaterThan(20_050)
    const before = writer.last()
    await backUp(running, cluster.url('postgres'), copy)
    const after = writer.last()
    await writer.stop()

    const again = join(home, 'again')
    await restore(again, copy)
    const restored = await start(again)
    const there = connect(restored)
    try {
      const [found] = await there<{ last: number; lines: number; whole: boolean }[]>`
        select max(id) as last, count(*)::integer as lines, bool_and(length(said) = 500) as whole from line`
      expect(found?.last).toBeGreaterThanOrEqual(before)
      expect(found?.last).toBeLessThanOrEqual(after + 1)
      expect(found).toMatchObject({ lines: found?.last, whole: true })
      expect(readFileSync(join(again, 'secrets.json'), 'utf8')).toContain('superuserPassword')
    } finally {
      await there.end()
      await restored.stop()
    }
    await expect(restore(again, copy)).rejects.toThrow(/holds a register already/)
  })

  test('holds back no log afterwards', async () => {
    expect(await sql`select slot_name from pg_replication_slots`).toHaveLength(0)
  })

  test.each([
    ['a byte changed', (file: string) => writeFileSync(file, readFileSync(file).fill(1, 20, 21))],
    ['a file gone', (file: string) => rmSync(file)],
  ])('with %s is refused, and leaves nothing', async (_, harm) => {
    const file = join(copy, 'postgres', 'PG_VERSION')
    const bytes = readFileSync(file)
    const large = join(copy, 'postgres', 'global', 'pg_control')
    const control = readFileSync(large)
    harm(large)
    const target = join(home, 'harmed')
    await expect(restore(target, copy)).rejects.toThrow(/pg_control/)
    expect(existsSync(target) ? readdirSync(target) : []).toEqual([])
    writeFileSync(large, control)
    writeFileSync(file, bytes)
  })

  test('cut short, or that names files outside itself, is none', async () => {
    const whole = readFileSync(manifestOf(copy), 'utf8')
    for (const text of [
      whole.slice(0, -10),
      whole.replace('"secrets.json"', '"../secrets.json"'),
      whole.replace('"secrets.json"', '"/etc/passwd"'),
    ]) {
      writeFileSync(manifestOf(copy), text)
      await expect(restore(join(home, 'none'), copy)).rejects.toThrow(/no whole backup/)
    }
    writeFileSync(manifestOf(copy), whole)
  })

  test('is never mixed with another', async () => {
    await expect(backUp(running, cluster.url('postgres'), copy)).rejects.toThrow(/can't be made/)
    expect(existsSync(manifestOf(copy))).toBe(true)
  })
})
