import 'server-only'
import { z } from 'zod'
import { isRegionLeaf, regionFullName, searchRegions } from '@/lib/domain/regions'
import { verb } from '../verb'

/** Divisions for what was typed, each with its full name; the table is too large to travel to the browser. */
export const findRegions = verb(
  'organisation.read',
  z.strictObject({ text: z.string().trim().max(60) }),
  async (_, { text }) => searchRegions(text, 20).map(({ code }) => named(code)),
)

/** Names of codes that stand in a form already. */
export const nameRegions = verb(
  'organisation.read',
  z.strictObject({ codes: z.array(z.string().regex(/^\d{6}$/)).max(40) }),
  async (_, { codes }) => codes.filter(isRegionLeaf).map(named),
)

const named = (code: string) => ({ code, name: regionFullName(code) ?? code })
