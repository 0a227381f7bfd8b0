import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FontFallback } from '@/components/shell/font-fallback'
import { readTheme, themeCookie } from '@/lib/i18n/theme'
import { currentPreferences } from '@/lib/services/actor'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return { title: { default: t('productLong'), template: `%s · ${t('product')}` } }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** What a person chose is known before the first byte is sent, so that nothing flashes. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const chosen = await currentPreferences()
  const theme = chosen.theme ?? readTheme((await cookies()).get(themeCookie)?.value)
  return (
    <html
      data-density={chosen.density === 'compact' ? 'compact' : undefined}
      data-shortcuts={chosen.shortcuts === false ? 'off' : undefined}
      data-theme={theme === 'system' ? undefined : theme}
      lang={locale}
    >
      <body>
        <NextIntlClientProvider>{children}</NextIntlClientProvider>
        <FontFallback />
      </body>
    </html>
  )
}
