import type { Chart } from './chart'
import type { Grid } from './grid'

/** A stretch of text; `to` leads to a table or figure of the paper, `source` says where a typed number comes from. */
export interface Run {
  text: string
  to?: string
  source?: string
}

/** 表 1, 图 1 and what stands beside it. */
export interface Caption {
  /** 表, 图. */
  label: string
  number: number
  text: string
}

export type PaperBlock =
  | { kind: 'heading'; level: 1 | 2; id: string; text: string }
  | { kind: 'paragraph'; runs: readonly Run[] }
  | { kind: 'note'; runs: readonly Run[] }
  | { kind: 'table'; id: string; caption: Caption; grid: Grid; note: string | null }
  | { kind: 'figure'; id: string; caption: Caption; statement: string; chart: Chart }

/** The annual report in one language as it stands on paper; Word, PDF and Excel are made from it and from nothing else. */
export interface Paper {
  language: 'zh-CN' | 'en'
  title: string
  issuer: string
  /** 2025 年 1 月. */
  month: string
  /** Which edition it is, or of which moment the draft. */
  standing: string
  contents: string
  blocks: readonly PaperBlock[]
  /** What its figures are drawn from, each once and in their order: 表 2、图 3 types. */
  grids: readonly { places: readonly string[]; title: string; grid: Grid }[]
  /** When it was published or read. */
  date: Date
}
