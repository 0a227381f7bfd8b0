'use server'

import { cookies } from 'next/headers'
import { chooseLocale, localeCookie } from './locale'
import { readTheme, themeCookie } from './theme'

const year = 60 * 60 * 24 * 365
const options = { path: '/', maxAge: year, sameSite: 'lax', httpOnly: true } as const

/** Keeps the reader's language; anything but the two known ones becomes Chinese. */
export async function setLocale(form: FormData): Promise<void> {
  ;(await cookies()).set(localeCookie, chooseLocale(String(form.get('locale')), null), options)
}

/** Keeps light or dark; `system` forgets the choice. */
export async function setTheme(form: FormData): Promise<void> {
  const jar = await cookies()
  const theme = readTheme(String(form.get('theme')))
  if (theme === 'system') jar.delete(themeCookie)
  else jar.set(themeCookie, theme, options)
}
