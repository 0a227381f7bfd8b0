import postgres, { type Sql } from 'postgres'
import { afterAll } from 'vitest'
import { ownerUrl } from './database'

let open: Sql | undefined

/** Plain SQL as the owner of this test file's database, for arranging and for looking behind the walls. */
export function sql(): Sql {
  open ??= postgres(ownerUrl(), { max: 1, onnotice: () => {} })
  return open
}

afterAll(() => open?.end())
