'use server'

import { action } from '@/lib/services/action'
import { changeSetting, takeBackSetting } from '@/lib/services/settings/change'

export async function change(input: unknown) {
  return action(changeSetting)(input)
}

export async function takeBack(input: unknown) {
  return action(takeBackSetting)(input)
}
