/** A file's size as people say it: whole KB below 1 MB, one decimal above (1 MB = 1024 × 1024 bytes). */
export function fileSize(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
