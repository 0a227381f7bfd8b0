import type { Locale } from './locale'
import type { Messages } from './messages'

/** `t('…')` accepts only keys that exist in the Chinese files. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
