'use server'

import { action } from '@/lib/services/action'
import { checkEdition } from '@/lib/services/editions/examine'
import { makePublic } from '@/lib/services/editions/make-public'
import { openReview } from '@/lib/services/editions/open-review'
import { publishEdition } from '@/lib/services/editions/publish'
import { signChapters } from '@/lib/services/editions/sign'
import { takeBackReport } from '@/lib/services/editions/take-back'

export async function open(input: unknown) {
  return action(openReview)(input)
}

export async function sign(input: unknown) {
  return action(signChapters)(input)
}

export async function takeBack(input: unknown) {
  return action(takeBackReport)(input)
}

export async function check(input: unknown) {
  return action(checkEdition)(input)
}

export async function publish(input: unknown) {
  return action(publishEdition)(input)
}

export async function setPublic(input: unknown) {
  return action(makePublic)(input)
}
