import 'server-only'
import { settings } from '@/lib/env'

/** How mail is handed over: a server, who may use it, and whom it comes from. */
export interface MailServer {
  host: string
  port: number
  /** TLS from the first byte; else STARTTLS where the server offers it, or always with `?tls=required`. */
  secure: boolean
  requireTLS: boolean
  login: { user: string; pass: string } | null
  from: string
}

/** `smtp://user:password@host:587?tls=required` or `smtps://…`. */
export function readMailServer(address: string, from: string): MailServer {
  const url = new URL(address)
  const secure = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    requireTLS: url.searchParams.get('tls') === 'required',
    login: url.username
      ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
      : null,
    from,
  }
}

/** The server that is set, or null: then no mail is written at all. */
export function mailServer(): MailServer | null {
  const { SMTP_URL, MAIL_FROM } = settings()
  return SMTP_URL && MAIL_FROM ? readMailServer(SMTP_URL, MAIL_FROM) : null
}

/** Where people read what a mail tells of. */
export const ownOrigin = (): string =>
  (settings().PUBLIC_URL ?? `http://localhost:${settings().PORT}`).replace(/\/$/, '')
