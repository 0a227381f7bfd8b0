import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatWan,
  formatYi,
  formatYuan,
  inCapitals,
  MAX_FEN,
  MoneyWire,
  parseYuan,
  percent,
  ratio,
  wanText,
  yuanText,
} from './money'

const amount = fc.bigInt({ min: 0n, max: MAX_FEN })
const signed = fc.bigInt({ min: -MAX_FEN, max: MAX_FEN })

describe('reading an amount', () => {
  it.each([
    ['2700000', 270000000n],
    ['2,700,000.00', 270000000n],
    ['2 700 000', 270000000n],
    ['２，７００，０００．５', 270000050n],
    [' 0.01 ', 1n],
    ['12.', 1200n],
    ['007', 700n],
  ])('%s', (text, fen) => {
    expect(parseYuan(text)).toBe(fen)
  })

  it.each([
    '',
    ' ',
    '.5',
    '-1',
    '+1',
    '1,00',
    '1,0000',
    '1 000,000',
    '1.234',
    '1.2.3',
    '270万',
    '¥100',
    '1e5',
    '一百',
    'NaN',
    '100000000000000.01',
  ])('refuses %j', (text) => {
    expect(parseYuan(text)).toBeNull()
  })

  it('reads back every form it writes', () => {
    fc.assert(
      fc.property(amount, (fen) => {
        expect(parseYuan(yuanText(fen))).toBe(fen)
        expect(parseYuan(formatYuan(fen))).toBe(fen)
      }),
    )
  })

  it('never throws and never guesses a negative', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const fen = parseYuan(text)
        expect(fen === null || (fen >= 0n && fen <= MAX_FEN)).toBe(true)
      }),
    )
  })
})

describe('the wire', () => {
  it('carries any amount there and back', () => {
    fc.assert(
      fc.property(signed, (fen) => {
        if (fen === MAX_FEN || fen === -MAX_FEN) return
        expect(MoneyWire.decode(MoneyWire.encode(fen))).toBe(fen)
      }),
    )
  })

  it.each(['', '1,000', '1.001', ' 1', '1e3', '--1', '.5'])('refuses %j', (text) => {
    expect(MoneyWire.safeParse(text).success).toBe(false)
  })
})

describe('万元, 亿元 and ratios', () => {
  it('rounds halves away from zero, from the exact sum', () => {
    expect(wanText(5000n)).toBe('0.01')
    expect(wanText(4999n)).toBe('0.00')
    expect(wanText(-5000n)).toBe('-0.01')
    expect(wanText(-4999n)).toBe('0.00')
    expect(formatWan(81423370000n)).toBe('81,423.37')
    expect(formatYi(81423370000n)).toBe('8.14')
    expect(formatYuan(-123456789n)).toBe('-1,234,567.89')
  })

  it('states the shares that the report prints', () => {
    expect(percent(389n, 777n, 2)).toBe('50.06')
    expect(ratio(670400n, 81400n, 1)).toBe('8.2')
    expect(percent(1n, 0n, 2)).toBeNull()
    expect(ratio(-1n, 2n, 0)).toBe('-1')
    expect(ratio(1n, -2n, 0)).toBe('-1')
    expect(ratio(-1n, 1000n, 2)).toBe('0.00')
  })

  it('is off by at most half a unit, and by exactly half only upwards', () => {
    fc.assert(
      fc.property(signed, fc.bigInt({ min: 1n, max: MAX_FEN }), fc.nat({ max: 4 }), (n, d, decimals) => {
        const text = ratio(n, d, decimals)
        const scaled = BigInt((text ?? '').replace('.', ''))
        const twiceError = 2n * (scaled * d - n * 10n ** BigInt(decimals))
        const away = n < 0n ? -twiceError : twiceError
        expect(away <= d && away > -d).toBe(true)
      }),
    )
  })
})

describe('capitals', () => {
  it.each([
    [0n, '零元整'],
    [5n, '伍分'],
    [50n, '伍角'],
    [140950n, '壹仟肆佰零玖元伍角'],
    [600714n, '陆仟零柒元壹角肆分'],
    [32504n, '叁佰贰拾伍元零肆分'],
    [168032n, '壹仟陆佰捌拾元叁角贰分'],
    [10700053n, '壹拾万柒仟元伍角叁分'],
    [270000000n, '贰佰柒拾万元整'],
    [1000500000n, '壹仟万伍仟元整'],
    [10000500000n, '壹亿零伍仟元整'],
    [1000000000000n, '壹佰亿元整'],
    [10000000500000000n, '壹佰万亿零伍佰万元整'],
    [MAX_FEN, '壹佰万亿元整'],
    [-10001n, '负壹佰元零壹分'],
  ])('%d', (fen, text) => {
    expect(inCapitals(fen)).toBe(text)
  })

  it('reads back as the same amount, and never doubles or ends in 零', () => {
    fc.assert(
      fc.property(fc.oneof(signed, fc.bigInt({ min: 0n, max: 99999999n })), (fen) => {
        const text = inCapitals(fen)
        expect(readCapitals(text)).toBe(fen)
        expect(text).not.toMatch(/零零|零[万亿]|零$/)
      }),
      { numRuns: 2000 },
    )
  })
})

/** An independent reader: adds up digit × place, closing a group at each 万 and 亿. */
function readCapitals(text: string): bigint {
  let total = 0n
  let group = 0n
  let digit = 0n
  let fen = 0n
  for (const sign of text.replace(/^负/, '')) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(sign)
    const place = { 拾: 10n, 佰: 100n, 仟: 1000n }[sign]
    if (value >= 0) digit = BigInt(value)
    else if (place) {
      group += digit * place
      digit = 0n
    } else if (sign === '万') {
      total += (group + digit) * 10000n
      group = digit = 0n
    } else if (sign === '亿') {
      total = (total + group + digit) * 100000000n
      group = digit = 0n
    } else if (sign === '元') {
      fen += (total + group + digit) * 100n
      total = group = digit = 0n
    } else if (sign === '角') {
      fen += digit * 10n
      digit = 0n
    } else if (sign === '分') {
      fen += digit
      digit = 0n
    }
  }
  return text.startsWith('负') ? -fen : fen
}
