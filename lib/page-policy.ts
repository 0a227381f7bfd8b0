/**
 * What a page may load and do (W3C Content Security Policy Level 3): what is ours, and no script but those that carry this
 * answer's nonce and what they load. Lengths of bars and drawings are styles of elements, hence 'unsafe-inline' for styles
 * alone. Pictures that are saved are drawn from a blob.
 * @param development the bundler's own page evaluates scripts and holds a socket open
 */
export function pagePolicy(nonce: string, { development = false } = {}): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
