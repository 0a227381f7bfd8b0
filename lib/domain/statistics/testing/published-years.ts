import { readInflow } from '@/lib/services/demo/inflow-file'
import { readRegister } from '@/lib/services/demo/register-file'
import { parseYuan } from '../../money'
import { units } from '../../units'
import { type Facts, factsOf } from '../facts'
import type { Years } from './random-years'

const factsIn = (year: number): Facts[] =>
  readRegister(`register-${year}.csv`)
    .filter(({ revoked }) => !revoked)
    .map(({ unit, content, decidedOn }) =>
      factsOf(content, {
        unit,
        area: units.find(({ code }) => code === unit)?.area ?? 'north',
        date: decidedOn,
      }),
    )

const fen = (text = ''): bigint => parseYuan(text) ?? 0n

/** 2024 and the year before it as the registers of the demo hold them, which equal the printed annual report. */
export const published: Years = {
  year: 2024,
  today: '2025-01-20',
  now: factsIn(2024),
  earlier: factsIn(2023),
  elsewhere: readInflow('inflow-2024.csv').map(({ turnover, technology }) => ({
    contracts: 1n,
    turnover: fen(turnover),
    technology: fen(technology),
  })),
}
