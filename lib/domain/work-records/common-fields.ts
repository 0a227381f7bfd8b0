import type { ItemFieldSpec } from '../contract/field-spec'
import type { Words } from '../words'

type Required = Pick<ItemFieldSpec, 'required'>['required']

/** A whole number of so much of something. */
export const count = (zh: string, en: string, required: Required = 'never', help?: Words) =>
  ({
    kind: 'decimal',
    label: { zh, en },
    required,
    least: 0,
    most: 10_000_000,
    decimals: 0,
    ...(help && { help }),
  }) as const

export const text = (zh: string, en: string, required: Required = 'never', maxLength = 100) =>
  ({ kind: 'text', label: { zh, en }, required, maxLength }) as const

export const day = (zh: string, en: string, required: Required = 'never', help?: Words) =>
  ({ kind: 'date', label: { zh, en }, required, ...(help && { help }) }) as const

/** Says that a number is a floor; the report then prints 1000 余. */
export const floor = (zh: string, en: string) =>
  ({
    kind: 'flag',
    label: { zh, en },
    required: 'never',
    help: {
      zh: '只知其下限时选“是”，年报写作“…余”。',
      en: 'Yes where only a lower bound is known; the report then says “more than”.',
    },
  }) as const

/** What a record rests on: the paper and its number. */
export const papers = {
  kind: 'text',
  label: { zh: '依据材料及文号', en: 'Papers it rests on' },
  help: {
    zh: '通知、批文、证书等的名称和文号。',
    en: 'Name and number of the notice, approval or certificate.',
  },
  required: 'never',
  maxLength: 200,
} as const

export const remarks = {
  kind: 'longText',
  label: { zh: '备注', en: 'Remarks' },
  required: 'never',
  maxLength: 1000,
} as const
