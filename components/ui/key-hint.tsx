/** A key as printed on the keyboard; several stand for pressing one after the other. */
export function KeyHint({ keys }: { keys: readonly string[] }) {
  return (
    <span className="inline-flex gap-1">
      {keys.map((key) => (
        <kbd
          className="inline-grid h-5 min-w-5 place-items-center rounded-sm border border-line border-b-edge bg-sunken px-1 font-mono text-xs text-soft"
          key={key}
        >
          {key}
        </kbd>
      ))}
    </span>
  )
}
