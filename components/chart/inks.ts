import type { Inks } from './option'

/** The theme's colours as numbers: what draws outside the style sheet doesn't understand its names. */
export function readInks(within: Element): Inks {
  const probe = document.createElement('span')
  within.append(probe)
  const ink = (name: string) => {
    probe.style.color = `var(--color-${name})`
    return getComputedStyle(probe).color
  }
  const inks: Inks = {
    series: [1, 2, 3, 4, 5, 6].map((at) => ink(`chart-${at}`)),
    before: ink('chart-rest'),
    text: ink('soft'),
    sheet: ink('sheet'),
  }
  probe.remove()
  return inks
}

/** Calls back whenever the theme may have changed; returns the way to stop. */
export function onThemeChange(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  dark.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    dark.removeEventListener('change', changed)
  }
}
