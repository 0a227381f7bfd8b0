import { v7 as newId } from 'uuid'
import { openDatabase, setDatabase } from '@/db/client'
import { hasAccounts } from '@/db/queries/accounts'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { addAccount } from './accounts'
import { oneTimePassword } from './password'

/**
 * Makes the account `admin` in a register that has no account yet, and returns its one-time password; null where
 * there are accounts. Nobody stands above the first administrator, so the trail names them as their own maker.
 */
export async function firstAdministrator(ownerUrl: string): Promise<string | null> {
  const own = openDatabase(ownerUrl, { max: 1, asApp: true })
  setDatabase(own)
  const maker: Actor = { id: newId(), username: 'admin', name: '系统管理员', role: 'admin', unit: null }
  try {
    return await inTransaction(maker, async (tx, at) => {
      if (await hasAccounts(tx)) return null
      const password = oneTimePassword()
      await addAccount(
        { tx, actor: maker, today: shanghaiDate(at) },
        { username: maker.username, name: maker.name, role: maker.role, unit: maker.unit },
        { password, mustChange: true },
        maker.id,
      )
      return password
    })
  } finally {
    setDatabase(undefined)
    await own.close()
  }
}
