import { cx } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { KeyHint } from '@/components/ui/key-hint'
import { type Marked, pieces } from '@/lib/domain/search/marks'
import type { Group, Row } from './rows'

/** The lines of the palette under their headings. */
export function PaletteList({
  groups,
  current,
  label,
  listId,
  optionId,
  onPoint,
  onTake,
}: {
  groups: readonly Group[]
  current: Row | undefined
  label: string
  listId: string
  optionId: (id: string) => string
  onPoint: (row: Row) => void
  onTake: (row: Row) => void
}) {
  return (
    <div
      aria-label={label}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain py-1 empty:hidden"
      id={listId}
      role="listbox"
      // A list that scrolls is reached by keyboard through its options; here the focus stays in the box.
      tabIndex={-1}
    >
      {groups.map(({ heading, rows }) => (
        // biome-ignore lint/a11y/useSemanticElements: groups of options within a listbox, as ARIA has them.
        <div aria-label={heading} key={heading} role="group">
          <p aria-hidden="true" className="px-4 pt-2.5 pb-1 text-sm font-medium text-faint">
            {heading}
          </p>
          {rows.map((row) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the box, which keeps the focus.
            <div
              aria-selected={row === current}
              className={cx(
                'flex min-h-9 items-center gap-3 px-4 py-1.5 max-sm:min-h-11',
                row === current && 'bg-jade-wash',
              )}
              id={optionId(row.id)}
              key={row.id}
              onClick={() => onTake(row)}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => onPoint(row)}
              role="option"
              tabIndex={-1}
            >
              <Icon className="size-4 text-soft" name={row.icon} />
              <span className="min-w-0 flex-1">
                <span className="block truncate">
                  <Text marked={row.title} />
                </span>
                {row.detail && (
                  <span className="block truncate text-sm text-soft">
                    <Text marked={row.detail} />
                  </span>
                )}
              </span>
              {row.keys.length > 0 && (
                <span className="max-sm:hidden">
                  <KeyHint keys={row.keys} />
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function Text({ marked }: { marked: Marked }) {
  return pieces(marked).map((piece, at) =>
    piece.marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place.
      <mark className="bg-transparent font-semibold text-jade underline underline-offset-3" key={at}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  )
}
