import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { chooseLocale, localeCookie, timeZone } from './locale'
import { messages } from './messages'

/** No path prefix: the same address is read in either language, so a link can be sent to anyone. */
export default getRequestConfig(async () => {
  const locale = chooseLocale(
    (await cookies()).get(localeCookie)?.value,
    (await headers()).get('accept-language'),
  )
  return { locale, timeZone, messages: messages[locale] }
})
