'use server'

import { action } from '@/lib/services/action'
import { changeUnit, closeUnit, takeBackUnitChange } from '@/lib/services/units/change'

export async function change(input: unknown) {
  return action(changeUnit)(input)
}

export async function close(input: unknown) {
  return action(closeUnit)(input)
}

export async function takeBack(input: unknown) {
  return action(takeBackUnitChange)(input)
}
