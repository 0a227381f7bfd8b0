import { controlId } from './entry-context'

/** Brings the control of a path, or the nearest thing around it, into view and puts the cursor there. */
export function jumpTo(path: string): void {
  const target = nearest(path)
  if (!target) return
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
    fold.open = true
  }
  const control = target.matches('input, select, textarea, button')
    ? target
    : target.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea, button')
  const label = document.querySelector(`label[for="${CSS.escape(target.id)}"]`) ?? target
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  label.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  ;(control ?? target).focus({ preventScroll: true })
}

function nearest(path: string): HTMLElement | null {
  const steps = path.split('.')
  for (let length = steps.length; length > 0; length--) {
    const found = document.getElementById(controlId(steps.slice(0, length).join('.')))
    if (found) return found
  }
  return (
    document.getElementById(`paper-${path}`) ??
    document.getElementById(/^ATT\d\d$/.test(path) ? 'section-attachments' : `section-${path}`)
  )
}
