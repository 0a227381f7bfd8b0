/** Slanting lines: a series that is told apart without colour, on screen and in print. */
export const Hatching = ({ id, size, className }: { id: string; size: number; className: string }) => (
  <pattern height={size} id={id} patternTransform="rotate(45)" patternUnits="userSpaceOnUse" width={size}>
    <path className={className} d={`M0 0V${size}`} strokeWidth={size} />
  </pattern>
)

/** Dots in rows. */
export const Dotting = ({ id, size, className }: { id: string; size: number; className: string }) => (
  <pattern height={size} id={id} patternUnits="userSpaceOnUse" width={size}>
    <circle className={className} cx={size / 2} cy={size / 2} r={size / 3.2} />
  </pattern>
)
