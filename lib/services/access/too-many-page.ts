import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'
import type { Locale } from '@/lib/i18n/locale'
import { messages } from '@/lib/i18n/messages'

/** A public page for an address that asked for too many: whole in itself, so that it costs nothing more to read it. */
export function tooManyPage(retryAfter: number, locale: Locale): Response {
  const words = say(problemWords({ code: 'too-many-requests', retryAfter }), locale)
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${messages[locale].common.productLong}</title>
<style>body { max-width: 40rem; margin: 4rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif }</style>
</head>
<body><main><h1>${messages[locale].common.productLong}</h1><p role="status">${words}</p></main></body>
</html>
`
  return new Response(html, {
    status: 429,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Retry-After': String(retryAfter),
      'Cache-Control': 'no-store',
    },
  })
}
