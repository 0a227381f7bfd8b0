import { database } from './client'

/** Whether the database answers within `seconds`. A pool that waits for a server to come back counts as no answer. */
export async function answers(seconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), seconds * 1000)
  })
  const asked = database().sql`select 1`.then(() => true).catch(() => false)
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
