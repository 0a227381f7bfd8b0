import { expect, it } from 'vitest'
import { readDay } from './date-text'

it.each(['2024-12-09', '2024/12/9', '2024.12.9', '20241209', '2024年12月9日', ' ２０２４－１２－０９ '])(
  'reads %s',
  (text) => {
    expect(readDay(text)).toBe('2024-12-09')
  },
)

it.each(['', '2024', '2024-13-01', '2024-02-30', '2023-02-29', '12/9/2024', '24-12-9', '明天'])(
  'refuses %s',
  (text) => {
    expect(readDay(text)).toBeNull()
  },
)
