import postgres from 'postgres'
import { people } from '@/lib/services/demo/people'
import { hashPassword } from '@/lib/services/people/password'
import { ownerUrl } from '../fixtures/register'

/** Gives everybody of the demo story an account, whose password nobody needs: the tests open their sessions themselves. */
export default async function enrol(): Promise<void> {
  const sql = postgres(ownerUrl(), { max: 1 })
  const hash = await hashPassword(crypto.randomUUID(), { memoryCost: 1024, timeCost: 1, parallelism: 1 })
  try {
    for (const { id, username, name, role, unit } of people) {
      await sql`insert into account (id, username, name, role, unit)
        values (${id}, ${username}, ${name}, ${role}, ${unit}) on conflict do nothing`
      await sql`insert into credential (account, password_hash)
        select id, ${hash} from account where username = ${username}
        on conflict (account) do update set must_change = false`
    }
  } finally {
    await sql.end()
  }
}
