import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const css = readFileSync('app/globals.css', 'utf8')
const themes = ['light', 'dark'] as const

function token(name: string, theme: (typeof themes)[number]): string {
  const found = new RegExp(`--color-${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)
  if (!found?.[1] || !found[2]) throw new Error(`No token --color-${name}`)
  return theme === 'light' ? found[1] : found[2]
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'sheet', 'sunken', 'raised', 'hover']
const pairs = (inks: string[], on: string[]) =>
  inks.flatMap((ink) => on.map((ground) => [ink, ground] as const))

/** Every ink and the grounds it is written on: 4.5:1 (SC 1.4.3). */
const texts = [
  ...pairs(['ink', 'soft', 'faint', 'jade', 'cinnabar', 'lake', 'poplar-ink'], grounds),
  ...pairs(['ink', 'soft', 'jade', 'jade-deep'], ['jade-wash']),
  ...pairs(['ink', 'soft', 'faint', 'jade', 'jade-deep', 'poplar-ink'], ['poplar-wash']),
  ...pairs(['ink', 'soft', 'cinnabar', 'cinnabar-deep'], ['cinnabar-wash']),
  ...pairs(['ink', 'soft', 'lake'], ['lake-wash']),
  ...pairs(['on-jade'], ['jade', 'jade-deep']),
  ...pairs(['on-cinnabar'], ['cinnabar', 'cinnabar-deep']),
  ['paper', 'ink'] as const,
]

/** Borders of controls, marks, focus and chart series: 3:1 (SC 1.4.11). */
const shapes = [
  ...pairs(['edge', 'focus', 'poplar'], ['paper', 'sheet', 'raised', 'hover']),
  ...pairs(
    ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6', 'chart-rest'],
    ['sheet', 'paper'],
  ),
]

for (const theme of themes) {
  it.each(texts)(`${theme}: %s can be read on %s`, (ink, ground) => {
    expect(contrast(token(ink, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })
  it.each(shapes)(`${theme}: %s can be seen on %s`, (shape, ground) => {
    expect(contrast(token(shape, theme), token(ground, theme))).toBeGreaterThanOrEqual(3)
  })
}
