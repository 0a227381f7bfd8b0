import type { ChartData } from './chart-data'

/** Colours of the theme in force, as the browser computes them. */
export interface Inks {
  series: readonly string[]
  before: string
  text: string
  sheet: string
}

/** Hatching beside colour, so that series stay apart in grey print and to every eye. */
const hatches = [
  null,
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  {
    symbol: 'circle',
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [5, 0],
    symbolSize: 0.7,
  },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: 0 },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
] as const

const hatch = (at: number, color: string) => {
  const found = hatches[at % hatches.length]
  return found ? { ...found, color } : { symbol: 'none' }
}

/**
 * The drawing of a picture for ECharts. On the page the words stand beside it in HTML; `whole` draws them too, for a
 * picture that is saved.
 */
export function optionOf(data: ChartData, inks: Inks, whole = false) {
  const { kind, labels } = data
  const text = { color: inks.text, fontFamily: 'inherit', fontSize: 12 }
  const value = {
    type: 'value',
    show: false,
    // The simple bars fill their place; the drawing must not jump.
    min: (range: { min: number }) => Math.min(0, range.min),
    max: 'dataMax',
  }
  const category = {
    type: 'category',
    data: kind === 'parts' ? [''] : labels,
    show: whole && kind !== 'parts',
    inverse: kind !== 'columns',
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { ...text, interval: 0, width: kind === 'bars' ? 180 : undefined, overflow: 'break' },
  }
  const margin = whole && kind === 'bars' ? { left: 196, right: 150 } : { left: 0, right: 0 }
  return {
    animation: false,
    grid: { ...margin, top: kind === 'columns' ? 20 : 0, bottom: whole && kind === 'columns' ? 28 : 0 },
    xAxis: kind === 'columns' ? category : value,
    yAxis: kind === 'columns' ? value : category,
    series: kind === 'parts' ? parts(data, inks) : bars(data, inks, (whole || kind === 'columns') && text),
  }
}

function bars({ kind, series }: ChartData, inks: Inks, label: false | object) {
  const beside = series.find(({ before }) => before)?.values
  return series.map(({ name, values, shown, before }) => ({
    type: 'bar',
    name,
    silent: true,
    barWidth: kind === 'bars' ? (before ? 5 : 12) : undefined,
    barMaxWidth: 28,
    barGap: kind === 'bars' ? '25%' : '0%',
    data: values,
    itemStyle: before
      ? { color: inks.before, decal: hatch(1, inks.sheet) }
      : { color: inks.series[0], decal: hatch(0, inks.sheet) },
    label: {
      ...label,
      show: label && !before,
      position: kind === 'bars' ? 'right' : 'top',
      fontSize: kind === 'bars' ? 12 : 10,
      // Above a column there is room for whole 万元 alone, and none beside a taller one.
      formatter: ({ dataIndex, value }: { dataIndex: number; value: number }) =>
        kind === 'bars'
          ? (shown[dataIndex] ?? '')
          : value > (beside?.[dataIndex] ?? 0)
            ? Math.round(value).toLocaleString('en')
            : '',
    },
    labelLayout: { hideOverlap: true },
  }))
}

const parts = ({ series: [all] }: ChartData, inks: Inks) =>
  (all?.values ?? []).map((value, at) => ({
    type: 'bar',
    stack: 'whole',
    silent: true,
    barWidth: '100%',
    data: [value],
    itemStyle: {
      color: inks.series[at % inks.series.length],
      decal: hatch(at, inks.sheet),
      borderColor: inks.sheet,
      borderWidth: 1,
    },
  }))
