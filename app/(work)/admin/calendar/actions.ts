'use server'

import { action } from '@/lib/services/action'
import { putHolidays, removeHoliday } from '@/lib/services/settings/calendar'

export async function put(input: unknown) {
  return action(putHolidays)(input)
}

export async function remove(input: unknown) {
  return action(removeHoliday)(input)
}
