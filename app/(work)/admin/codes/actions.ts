'use server'

import { action } from '@/lib/services/action'
import { mapCodes } from '@/lib/services/settings/codes'

export async function map(input: unknown) {
  return action(mapCodes)(input)
}
