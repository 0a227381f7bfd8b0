import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { LaunchFailure } from '@/db/embedded/failure'
import { isAlive, until } from '@/db/embedded/process'
import { SETTING_NAMES, type Settings } from '@/lib/env'
import type { Keys } from './secrets'

/** @throws LaunchFailure when the port cannot be listened on. Asked before anything slow is begun. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
  if (code === undefined) return
  throw new LaunchFailure(
    code === 'EADDRINUSE'
      ? `Port ${port} is in use: stop what uses it, or choose another with PORT. 端口 ${port} 已被占用，请停止占用程序或用 PORT 另选端口。`
      : `Cannot listen on ${host}:${port} (${code}): choose another HOST or PORT. 无法监听 ${host}:${port}，请更换 HOST 或 PORT。`,
  )
}

/**
 * The environment of the web process. It is given the application role's address only. The owner's is set to nothing rather
 * than left out, because Next would otherwise read it from .env by itself.
 */
export function webEnvironment(settings: Settings, appUrl: string, keys: Keys): NodeJS.ProcessEnv {
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`
  const plain = Object.fromEntries(SETTING_NAMES.map((name) => [name, shown(settings[name])]))
  return {
    ...process.env,
    ...plain,
    NODE_ENV: 'production',
    NODE_OPTIONS: '',
    NEXT_TELEMETRY_DISABLED: '1',
    JISHI_PROCESS: 'web',
    DATABASE_URL: '',
    APP_DATABASE_URL: appUrl,
    SESSION_KEY: keys.sessionKey,
    NEXTAUTH_SECRET: keys.sessionKey,
    CERTIFICATE_KEY: keys.certificateKey,
    NEXTAUTH_URL: publicUrl,
    PUBLIC_URL: publicUrl,
  }
}

/** `exited` resolves with the exit code when the server ends for whatever reason. */
export type Web = { pid: number; exited: Promise<number>; stop(): Promise<void> }

/** Starts Next as a child in a process group of its own. */
export function startWeb(root: string, settings: Settings, env: NodeJS.ProcessEnv, dev: boolean): Web {
  const child = spawn(
    process.execPath,
    [
      'node_modules/next/dist/bin/next',
      dev ? 'dev' : 'start',
      ...['--port', String(settings.PORT), '--hostname', settings.HOST],
    ],
    {
      cwd: root,
      env: { ...env, NODE_ENV: dev ? 'development' : 'production' },
      // Its own greeting is kept back in production; what it complains about is shown.
      stdio: ['ignore', dev ? 'inherit' : 'ignore', 'inherit'],
      detached: true,
    },
  )
  const pid = child.pid
  if (pid === undefined) throw new LaunchFailure('The server cannot be started. 无法启动服务进程。')
  const exited = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  return {
    pid,
    exited,
    async stop() {
      signalGroup(pid, 'SIGTERM')
      // Event streams end by themselves; requests under way get their time, and no more than that.
      if (!(await until(8, () => !isAlive(pid)))) signalGroup(pid, 'SIGKILL')
      await exited
    },
  }
}

/** Waits until the server answers on /readyz. @throws LaunchFailure when it ends or stays silent for `limit` seconds. */
export async function untilReady(web: Web, port: number, host: string, limit = 120): Promise<void> {
  const url = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}/readyz`
  let ended = false
  web.exited.then(() => {
    ended = true
  })
  let last = ''
  const end = Date.now() + limit * 1000
  while (Date.now() < end && !ended) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => null)
    if (answer?.ok) return
    if (answer) last = ` (${answer.status} ${await answer.text().catch(() => '')})`.slice(0, 300)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new LaunchFailure(
    ended
      ? 'The server ended while starting, see above. 服务启动失败，原因见上。'
      : `The server does not become ready${last}. 服务未能就绪${last}。`,
  )
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // It ended in between.
  }
}

function shown(value: Settings[keyof Settings]): string {
  if (typeof value === 'boolean') return value ? '1' : '0'
  return value === undefined ? '' : String(value)
}
