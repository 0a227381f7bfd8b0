import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { binariesFor } from './binaries'
import { type Directory, makeOwnFolder, openDirectory, reason } from './directory'
import { LaunchFailure } from './failure'
import { readPostmaster, stopOrphan } from './postmaster'
import { isAlive, until } from './process'

/** `durable: false` (a throwaway test cluster only) trades the safety of commits for speed. */
export type ClusterOptions = { dataDir: string; superuserPassword: string; durable: boolean }

/** A running PostgreSQL of our own on 127.0.0.1. `exited` resolves when its process ends for whatever reason. */
export type Cluster = {
  port: number
  exited: Promise<void>
  /** URL of the superuser, for provisioning alone. */
  url(database: string): string
  /** Fast shutdown: running transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL under DATA_DIR, making it on first use. An instance left over from a killed launcher is stopped first.
 * @throws LaunchFailure with one sentence when the data or the disk does not allow it.
 */
export async function startCluster(options: ClusterOptions, port?: number): Promise<Cluster> {
  const directory = openDirectory(options.dataDir)
  const binaries = binariesFor(directory.account, options.dataDir)
  if (!directory.made) initialise(binaries, directory, options)
  await stopOrphan(directory.path)

  const chosen = port ?? (await freePort())
  const log = join(options.dataDir, 'postgres.log')
  let child = launch(binaries, directory, options, chosen, log)
  // Backends of a killed postmaster need a moment to notice; until then the data directory is locked.
  for (let tries = 0; !(await becomesReady(child, directory.path)); tries++) {
    const why = lastFatal(log)
    if (tries >= 20 || !/shared memory block .* still in use/.test(why)) {
      throw new LaunchFailure(
        `The database in ${directory.path} does not start: ${why || `see ${log}`} 数据库无法启动，详见日志 ${log}。`,
      )
    }
    await wait(250)
    child = launch(binaries, directory, options, chosen, log)
  }
  const running = child
  return {
    port: chosen,
    exited: new Promise((resolve) => running.once('exit', () => resolve())),
    url: (database) =>
      `postgres://postgres:${encodeURIComponent(options.superuserPassword)}@127.0.0.1:${chosen}/${database}`,
    stop: () => stop(running, binaries, directory),
  }
}

function initialise(binaries: string, { path, account }: Directory, options: ClusterOptions): void {
  const partial = `${path}.partial`
  rmSync(partial, { recursive: true, force: true })
  try {
    makeOwnFolder(partial, account)
    const passwordFile = `${path}.password`
    writeFileSync(passwordFile, options.superuserPassword, { mode: 0o600 })
    if (account) chownSync(passwordFile, account.uid, account.gid)
    const made = spawnSync(
      join(binaries, 'bin', 'initdb'),
      [
        ...[
          '-D',
          partial,
          '-U',
          'postgres',
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
        ],
        // Not plain C: pg_trgm finds no trigrams in Chinese without a UTF-8 character type. macOS has no C.UTF-8.
        ...(process.platform === 'linux' ? ['--locale=C.UTF-8'] : ['--locale=C', '--lc-ctype=en_US.UTF-8']),
        ...(options.durable ? ['--data-checksums'] : ['--no-sync']),
      ],
      { ...account, cwd: '/', encoding: 'utf8' },
    )
    rmSync(passwordFile, { force: true })
    if (made.error) throw made.error
    if (made.status !== 0) throw new Error(lastLine(made.stderr))
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw new LaunchFailure(
      `The database could not be made in ${path}: ${reason(error)}. 无法建立数据库，请检查目录权限和磁盘空间。`,
    )
  }
}

function launch(
  binaries: string,
  { path, account }: Directory,
  options: ClusterOptions,
  port: number,
  log: string,
): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: 200,
    shared_buffers: '256MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    effective_cache_size: '1GB',
    max_wal_size: '2GB',
    random_page_cost: 1.1,
    // Short statements: compiling them costs more than it saves.
    jit: 'off',
    log_checkpoints: 'off',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const output = openSync(log, 'w', 0o600)
  // A process group of its own: Ctrl-C in the terminal reaches the launcher, which then stops the parts in order.
  const child = spawn(
    join(binaries, 'bin', 'postgres'),
    ['-D', path, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...account,
      cwd: path,
      detached: true,
      stdio: ['ignore', output, output],
      env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    },
  )
  closeSync(output)
  child.on('error', () => {})
  return child
}

/** True once it takes connections, false when it ended instead. Recovery after a crash may take its time. */
async function becomesReady(child: ChildProcess, path: string): Promise<boolean> {
  const ended = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null
  const ready = () => {
    const written = readPostmaster(path)
    return written?.pid === child.pid && written?.ready === true
  }
  await until(900, () => ended() || ready())
  return !ended()
}

async function stop(child: ChildProcess, binaries: string, { path, account }: Directory): Promise<void> {
  const ended = () => child.exitCode !== null || child.signalCode !== null || !isAlive(child.pid as number)
  if (ended()) return
  if (process.platform === 'win32') {
    spawnSync(join(binaries, 'bin', 'pg_ctl'), ['stop', '-D', path, '-m', 'fast'], { ...account })
  } else child.kill('SIGINT')
  if (await until(60, ended)) return
  // Immediate shutdown loses nothing committed: the next start recovers from the log.
  child.kill('SIGQUIT')
  await until(10, ended)
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

function lastFatal(log: string): string {
  if (!existsSync(log)) return ''
  const lines = readFileSync(log, 'utf8').split('\n')
  const fatal =
    lines
      .filter(
        // Backends of a killed postmaster say that it is gone, into the same log.
        (line) =>
          /(FATAL|PANIC|error while loading|: error:)/.test(line) &&
          !/is starting up|unexpected postmaster exit/.test(line),
      )
      .at(-1) ?? ''
  return fatal.replace(/^.*?(FATAL|PANIC):\s*/, '').trim()
}

function lastLine(text: string): string {
  const lines = text.trim().split('\n')
  return (lines.findLast((line) => /error|fatal|could not/i.test(line)) ?? lines.at(-1) ?? '').trim()
}
