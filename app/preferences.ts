'use server'

import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import type { Preferences } from '@/lib/domain/preferences'
import type { Result } from '@/lib/domain/result'
import { chooseLocale, localeCookie } from '@/lib/i18n/locale'
import { readTheme, themeCookie } from '@/lib/i18n/theme'
import { routes } from '@/lib/routes'
import { action } from '@/lib/services/action'
import { currentActor } from '@/lib/services/actor'
import { changePreferences } from '@/lib/services/people/preferences'

const year = 60 * 60 * 24 * 365
const options = { path: '/', maxAge: year, sameSite: 'lax', httpOnly: true } as const

/** Keeps what a person chose; language and theme also in this browser, whose sign-in page has no person yet. */
export async function choose(chosen: unknown): Promise<Result<Preferences>> {
  const kept = await action(changePreferences)(chosen)
  if (kept.ok) {
    const jar = await cookies()
    const { language, theme } = kept.value
    if (language) jar.set(localeCookie, language, options)
    if (theme === 'system') jar.delete(themeCookie)
    else if (theme) jar.set(themeCookie, theme, options)
    revalidatePath(routes.home(), 'layout')
  }
  return kept
}

/** The language, of the person or, before anybody has signed in, of the browser; anything but the two known becomes Chinese. */
export async function setLocale(form: FormData): Promise<void> {
  const language = chooseLocale(String(form.get('locale')), null)
  if (await currentActor()) await choose({ language })
  else (await cookies()).set(localeCookie, language, options)
}

/** The same of light and dark; in a browser `system` forgets the choice. */
export async function setTheme(form: FormData): Promise<void> {
  const theme = readTheme(String(form.get('theme')))
  if (await currentActor()) {
    await choose({ theme })
    return
  }
  const jar = await cookies()
  if (theme === 'system') jar.delete(themeCookie)
  else jar.set(themeCookie, theme, options)
}
