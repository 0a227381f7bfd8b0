import type { ComponentType } from 'react'
import type { Picture } from '@/lib/domain/statistics/picture'
import { Bars } from './bars'
import { Columns } from './columns'
import { Parts } from './parts'
import type { PictureProps } from './picture'

/** What draws each kind of picture. */
export const pictureKinds: Record<Picture['kind'], ComponentType<PictureProps>> = {
  bars: Bars,
  columns: Columns,
  parts: Parts,
}
