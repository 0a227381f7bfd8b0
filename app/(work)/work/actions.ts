'use server'

import { action } from '@/lib/services/action'
import { confirmRecords } from '@/lib/services/work-records/confirm'
import { correctRecord } from '@/lib/services/work-records/correct'
import { discardRecord } from '@/lib/services/work-records/discard'
import { returnRecord } from '@/lib/services/work-records/return'
import { saveRecord } from '@/lib/services/work-records/save'
import { submitRecords } from '@/lib/services/work-records/submit'
import { withdrawRecord } from '@/lib/services/work-records/withdraw'

export async function save(input: unknown) {
  return action(saveRecord)(input)
}

export async function submit(input: unknown) {
  return action(submitRecords)(input)
}

export async function confirm(input: unknown) {
  return action(confirmRecords)(input)
}

export async function sendBack(input: unknown) {
  return action(returnRecord)(input)
}

export async function correct(input: unknown) {
  return action(correctRecord)(input)
}

export async function withdraw(input: unknown) {
  return action(withdrawRecord)(input)
}

export async function discard(input: unknown) {
  return action(discardRecord)(input)
}
