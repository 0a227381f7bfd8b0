import postgres from 'postgres'

/** Whether nobody has an account yet: nothing has ever happened on this register. Asked as the owner. */
export async function isEmptyRegister(ownerUrl: string): Promise<boolean> {
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 5 })
  try {
    const [row] = await sql<{ empty: boolean }[]>`select not exists (select from account) as empty`
    return row?.empty === true
  } finally {
    await sql.end()
  }
}
