/** The house's own marks, drawn on a 16-unit square with one stroke weight; always beside words or a label. */
const paths = {
  arrowRight: 'M3 8h10M9 4l4 4-4 4',
  arrowUp: 'M8 13V3M4 7l4-4 4 4',
  arrowDown: 'M8 3v10M4 9l4 4 4-4',
  bell: 'M3 11.5h10c-1-1-1.5-2-1.5-4.500a3.500 3.500 0 00-7 0c0 2.500-.5 3.500-1.500 4.500zM6.500 13.500h3',
  building: 'M3 14V3.5L9 2v12M9 6h4v8M1.5 14h13M5.5 5.5h1M5.5 8h1M5.5 10.5h1',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3',
  chart: 'M2.5 13.5h11M4.5 11V8M8 11V3M11.5 11V6',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  chevronDown: 'M4 6l4 4 4-4',
  chevronLeft: 'M10 4L6 8l4 4',
  chevronRight: 'M6 4l4 4-4 4',
  clock: 'M8 4.5V8l2.5 1.5M14 8A6 6 0 112 8a6 6 0 0112 0z',
  cross: 'M4 4l8 8M12 4l-8 8',
  dial: 'M2 5h7M13 5h1M2 11h1M7 11h7M11 3v4M5 9v4',
  dash: 'M4 8h8',
  download: 'M8 2v8M4.5 7L8 10.5 11.5 7M2.5 13.5h11',
  external: 'M9 3h4v4M13 3L7.5 8.5M11.5 9.5v4h-9v-9h4',
  eye: 'M1.500 8C3 5 5.300 3.500 8 3.500S13 5 14.500 8C13 11 10.700 12.500 8 12.500S3 11 1.500 8zM8 10a2 2 0 100-4 2 2 0 000 4z',
  eyeClosed:
    'M1.500 8C3 5 5.300 3.500 8 3.500S13 5 14.500 8C13 11 10.700 12.500 8 12.500S3 11 1.500 8zM3 13L13 3',
  file: 'M4 1.5h5.5L12 4v10.5H4zM9.5 1.5V4H12',
  info: 'M8 7.5v4M8 4.5v.5M14 8A6 6 0 112 8a6 6 0 0112 0z',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 015 0v2.5',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  person: 'M8 7.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM3 14c.4-2.8 2.4-4 5-4s4.6 1.2 5 4',
  plus: 'M8 3v10M3 8h10',
  search: 'M7 12A5 5 0 107 2a5 5 0 000 10zM10.6 10.600L14 14',
  warning: 'M8 2L1.5 13.500h13zM8 6.500V10M8 11.800v.2',
} as const

export type IconName = keyof typeof paths

/** Decorative by itself (hidden from assistive technology); the words beside it carry the meaning. */
export function Icon({ name, className = 'size-4' }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={name === 'more' ? 2.25 : 1.5}
      viewBox="0 0 16 16"
    >
      <path d={paths[name]} />
    </svg>
  )
}
