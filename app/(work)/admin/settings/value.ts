import { z } from 'zod'
import { type SettingKey, settings } from '@/lib/domain/settings'

/** The choices of a setting that is one of a few words, null for a number. */
export function choicesOf(key: SettingKey): string[] | null {
  const { schema } = settings[key]
  return schema instanceof z.ZodEnum ? schema.options.map(String) : null
}

/** Least and most of a setting that is a number. */
export function boundsOf(key: SettingKey): { least: number; most: number } | null {
  const { schema } = settings[key]
  if (!(schema instanceof z.ZodNumber)) return null
  return { least: schema.minValue ?? 0, most: schema.maxValue ?? Number.MAX_SAFE_INTEGER }
}
