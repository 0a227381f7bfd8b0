import type { Words } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'

/** What a file says of the past moment its figures are of. */
export const asKnownAt = (asOf: Date): Words => ({
  zh: `截至 ${officeMoment(asOf)} 的数据`,
  en: `as known at ${officeMoment(asOf)}`,
})
