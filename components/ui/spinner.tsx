/** A turning ring beside words that say what is being done; hidden from assistive technology. */
export function Spinner({ className = 'size-4' }: { className?: string }) {
  return (
    <svg aria-hidden="true" className={`shrink-0 animate-spin ${className}`} fill="none" viewBox="0 0 16 16">
      <circle cx="8" cy="8" opacity=".3" r="6" stroke="currentColor" strokeWidth="2" />
      <path d="M14 8a6 6 0 00-6-6" stroke="currentColor" strokeLinecap="round" strokeWidth="2" />
    </svg>
  )
}
