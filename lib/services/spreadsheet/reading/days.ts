/**
 * The day, or day and time, of a spreadsheet's serial number; null for what is no day (before 1900, or a time alone).
 * Excel counts a 29 February 1900 that never was, so its first two months lie a day later.
 */
export function serialDate(serial: number, from1904: boolean): string | null {
  if (!(serial >= 1) || serial > 2_958_465) return null
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const text = new Date(epoch + Math.round(serial * 86_400) * 1000).toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
}
