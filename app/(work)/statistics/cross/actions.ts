'use server'

import { action } from '@/lib/services/action'
import { removeView } from '@/lib/services/views/remove'
import { saveView } from '@/lib/services/views/save'
import { shareView } from '@/lib/services/views/share'
import { unshareView } from '@/lib/services/views/unshare'

export async function save(input: unknown) {
  return action(saveView)(input)
}

export async function share(input: unknown) {
  return action(shareView)(input)
}

export async function unshare(input: unknown) {
  return action(unshareView)(input)
}

export async function remove(input: unknown) {
  return action(removeView)(input)
}
