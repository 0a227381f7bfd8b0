import { expect } from 'vitest'
import { memberWords } from '../../statistics/members'
import { knownUnits } from '../../statistics/testing/random-years'
import type { Raw } from '../../statistics/testing/raw'
import { pattern } from '../../statistics/testing/read-leaders'
import { Reader } from '../../statistics/testing/reading'
import {
  changes,
  type Reading,
  readChange,
  readItems,
  readMoney,
  readShare,
  readWan,
  says,
  saysIf,
} from './read-numbers'
import { type Case, historyOf } from './reported'

const whoOf = ({ unit }: Case): string => (unit === null ? '兵团' : memberWords('unit', unit, knownUnits).zh)

/** 2024 年, of a running year with its day. */
function readPeriod(reader: Reader, raw: Raw, { year, today }: Case) {
  says(reader, `${year} 年`)
  const [y, m, d] = today.split('-').map(Number)
  if (!raw.over) says(reader, `（截至 ${y} 年 ${m} 月 ${d} 日）`)
}

const total: Reading = (reader, raw, one) => {
  readPeriod(reader, raw, one)
  says(reader, `，${whoOf(one)}`)
  if (saysIf(reader, '没有认定登记技术合同。')) return void expect(raw.contracts()).toBe(0n)
  says(reader, '认定登记技术合同')
  readItems(reader, raw.contracts())
  says(reader, '，成交额')
  if (saysIf(reader, '为零。')) return void expect(raw.turnover()).toBe(0n)
  readMoney(reader, raw.turnover())
  readStanding(reader, raw, one)
  says(reader, '。')
}

function readStanding(reader: Reader, raw: Raw, one: Case) {
  const earlier = (historyOf(one) ?? []).filter(({ year }) => year < one.year)
  const first = Math.min(...earlier.map(({ year }) => year))
  const now = raw.turnover()
  const more = earlier.filter(({ turnover }) => turnover > now).length
  const same = earlier.filter(({ turnover }) => turnover === now).length
  const highest = reader.take(/，创历史新高（(\d+) 年以来）/)
  if (highest) return expect([earlier.length > 0, Number(highest[0]), more + same]).toEqual([true, first, 0])
  const place = reader.take(/，(并列|居) (\d+) 年以来第 (\d+) 位/)
  if (place) {
    return expect([raw.over, ...place]).toEqual([true, same ? '并列' : '居', `${first}`, `${more + 1}`])
  }
  expect(earlier.length === 0 || (!raw.over && more + same > 0), reader.text).toBe(true)
}

const selfAudit: Reading = (reader, _, { year, audits }) => {
  says(reader, '开展了 ')
  const [times] = reader.take(/(\d+) 次 /) ?? []
  expect(times ? Number(times) : 1).toBe(audits?.campaigns)
  says(reader, `${year} 年技术合同登记自查工作，${times ? '合计' : ''}纠正错误信息`)
  readItems(reader, BigInt(audits?.corrected ?? -1))
  says(reader, '，撤销登记')
  readItems(reader, BigInt(audits?.revoked ?? -1))
  says(reader, '。')
}

const volume: Reading = (reader, raw, one) => {
  const earlier = BigInt(one.earlier.length)
  if (raw.contracts() === 0n) {
    says(reader, `${raw.base}${whoOf(one)}认定登记技术合同`)
    readItems(reader, earlier)
    says(reader, '，成交额')
    readWan(reader, raw.turnoverLast())
    return says(reader, '。')
  }
  readPeriod(reader, raw, one)
  says(reader, `${whoOf(one)}共认定登记技术合同`)
  readItems(reader, raw.contracts())
  readMore(reader, raw, earlier)
  says(reader, '；合同成交总金额')
  readWan(reader, raw.turnover())
  reader.must(/（图 1）/)
  const [now, then] = [raw.turnover(), raw.turnoverLast()]
  const grew = reader.take(pattern(`，比${raw.base}的 ?(不足 0\\.01 万元|[\\d,.]+ 万元) ?(增长|下降)`))
  if (grew) {
    const [amount = '', word] = grew
    readWan(new Reader(amount), then)
    const by = word === '增长' ? now - then : then - now
    expect(by > 0n && then > 0n && now < 2n * then).toBe(true)
    readShare(reader, by, then)
    return says(reader, '。')
  }
  if (then > 0n) {
    says(reader, `，${raw.base}为`)
    readWan(reader, then)
  }
  if (changes(raw, now, then)) {
    says(reader, '，')
    readChange(reader, raw, now, then)
  }
  says(reader, '。')
}

function readMore(reader: Reader, raw: Raw, earlier: bigint) {
  const now = raw.contracts()
  if (saysIf(reader, `，${raw.base}没有登记`)) return expect(earlier).toBe(0n)
  if (!raw.over) {
    says(reader, '，上年全年为')
    return readItems(reader, earlier)
  }
  if (saysIf(reader, '，与上年持平')) return expect(now).toBe(earlier)
  const [word] = reader.must(/，比上年(增加|减少)/)
  readItems(reader, word === '增加' ? now - earlier : earlier - now)
}

const mean: Reading = (reader, raw, one) => {
  const [now, count] = [raw.turnover(), raw.contracts()]
  const [then, earlier] = [raw.turnoverLast(), BigInt(one.earlier.length)]
  if (saysIf(reader, '单项合同平均成交额为')) {
    readWan(reader, now, count)
    if (then > 0n) says(reader, '，与上年持平')
    says(reader, '。')
    return expect(then === 0n || now * earlier === then * count, reader.text).toBe(true)
  }
  says(reader, '单项合同平均成交额由上年的')
  readWan(reader, then, earlier)
  const [word] = reader.must(/(增至|降至)/)
  expect(word === '增至').toBe(now * earlier > then * count)
  readWan(reader, now, count)
  says(reader, '，')
  const closed = Object.assign(Object.create(raw), { over: true, base: '上年' })
  readChange(reader, closed, now * earlier, then * count)
  says(reader, '。')
}

export const readingsOfVolume: Readonly<Record<string, Reading>> = {
  'opening.total': total,
  'opening.self-audit': selfAudit,
  'volume.turnover': volume,
  'volume.mean': mean,
}
