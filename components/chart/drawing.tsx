'use client'

import { BarChart } from 'echarts/charts'
import { GridSimpleComponent } from 'echarts/components'
import { dispose, getInstanceByDom, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import ReactEChartsCore from 'echarts-for-react/esm/core'
import { useEffect, useRef, useState } from 'react'
import type { ChartData } from './chart-data'
import { onThemeChange, readInks } from './inks'
import { type Inks, optionOf } from './option'

// Nothing else of ECharts is loaded.
use([BarChart, GridSimpleComponent, SVGRenderer])

/** What the React component asks of ECharts; the whole of its module would be carried along otherwise. */
const echarts = { init, getInstanceByDom, dispose }

/** Draws into the place its parent gives; says when the drawing stands. */
export function Drawing({ data, onReady }: { data: ChartData; onReady: () => void }) {
  const place = useRef<HTMLDivElement>(null)
  const [inks, setInks] = useState<Inks | null>(null)
  useEffect(() => {
    const read = () => place.current && setInks(readInks(place.current))
    read()
    return onThemeChange(read)
  }, [])
  return (
    <div className="h-full" ref={place}>
      {inks && (
        <ReactEChartsCore
          echarts={echarts}
          notMerge
          onChartReady={onReady}
          option={optionOf(data, inks)}
          opts={{ renderer: 'svg' }}
          style={{ height: '100%' }}
        />
      )}
    </div>
  )
}

/** The drawing with its words, as SVG of this size. */
export function svgOf(data: ChartData, inks: Inks, size: { width: number; height: number }): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  chart.setOption(optionOf(data, inks, true))
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}
