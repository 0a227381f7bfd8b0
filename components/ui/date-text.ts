/**
 * Reads a day as people write one (2024-12-09, 2024/12/9, 2024.12.9, 20241209, 2024年12月9日, full-width digits)
 * into ISO form; null where it is no day of the calendar.
 */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  const found =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain)
  if (!found) return null
  const [, year = '', month = '', day = ''] = found
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}
