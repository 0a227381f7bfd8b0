/** The seal of the house: 市 cut into jade, drawn rather than set, so that it looks the same on every machine. */
export function Mark({ className = 'size-7' }: { className?: string }) {
  return (
    <svg aria-hidden="true" className={`shrink-0 ${className}`} viewBox="0 0 28 28">
      <rect className="fill-jade" height="28" rx="3" width="28" />
      <path
        className="stroke-on-jade"
        d="M14 4.5v4M5 8.500h18M8 21v-8.500h12v7q0 1.5-1.5 1.500H17M14 8.500v15"
        fill="none"
        strokeLinecap="square"
        strokeWidth="2"
      />
    </svg>
  )
}
