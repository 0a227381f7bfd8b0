/** Milliseconds a mark stands; the next change takes it away sooner. */
const MARKED = 10_000

let clearing = 0

/** The figures of the page as they read, by their names. */
export const readFigures = (): ReadonlyMap<string, string> =>
  new Map(figures().map((figure) => [figure.dataset.figure ?? '', figure.textContent]))

/** Marks what reads otherwise than before, and nothing else. Returns whether anything does. */
export function markChanged(before: ReadonlyMap<string, string>): boolean {
  clearMarks()
  // A page that showed no figures yet is new as a whole.
  const changed =
    before.size === 0
      ? []
      : figures().filter((figure) => before.get(figure.dataset.figure ?? '') !== figure.textContent)
  for (const figure of changed) figure.dataset.changed = ''
  clearing = window.setTimeout(clearMarks, MARKED)
  return changed.length > 0
}

function clearMarks(): void {
  clearTimeout(clearing)
  for (const figure of figures()) delete figure.dataset.changed
}

const figures = () => [...document.querySelectorAll<HTMLElement>('[data-figure]')]
