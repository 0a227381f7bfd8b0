const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']

/** One group of four digits, `0 < value < 10000`; an inner run of zeros is read as one 零. */
function section(value: number): string {
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    text += (gap ? '零' : '') + DIGITS[digit] + PLACES[place]
    gap = false
  }
  return text
}

function whole(value: bigint): string {
  for (const [unit, name] of [
    [100_000_000n, '亿'],
    [10_000n, '万'],
  ] as const) {
    if (value < unit) continue
    const rest = value % unit
    const bridge = rest > 0n && rest < unit / 10n ? '零' : ''
    return whole(value / unit) + name + bridge + whole(rest)
  }
  return section(Number(value))
}

/**
 * An amount in fen as 人民币大写, up to 10^16 fen: `壹仟肆佰零玖元伍角`, `叁佰贰拾伍元零肆分`, `贰佰柒拾万元整`.
 * After 《支付结算办法》 annex 1 (正确填写票据和结算凭证的基本规定): 整 only after 元, 零 where 角 is nought before 分.
 */
export function inCapitals(fen: bigint): string {
  if (fen < 0n) return `负${inCapitals(-fen)}`
  const yuan = fen / 100n
  const jiao = Number((fen % 100n) / 10n)
  const cents = Number(fen % 10n)
  if (jiao === 0 && cents === 0) return `${whole(yuan) || '零'}元整`
  const head = yuan > 0n ? `${whole(yuan)}元` : ''
  const middle = jiao > 0 ? `${DIGITS[jiao]}角` : head && '零'
  return head + middle + (cents > 0 ? `${DIGITS[cents]}分` : '')
}
