import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { chooseLocale, localeCookie, timeZone } from '@/lib/i18n/locale'
import { messages } from '@/lib/i18n/messages'
import { currentPreferences } from '@/lib/services/actor'

/**
 * What the person chose, else what this browser did, else what it asks for. No path prefix: the same address is read in
 * either language, so a link can be sent to anyone.
 */
export default getRequestConfig(async () => {
  const { language } = await currentPreferences()
  const locale =
    language ??
    chooseLocale((await cookies()).get(localeCookie)?.value, (await headers()).get('accept-language'))
  return { locale, timeZone, messages: messages[locale] }
})
