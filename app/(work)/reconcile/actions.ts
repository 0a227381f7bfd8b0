'use server'

import { action } from '@/lib/services/action'
import { chooseSheet, compareAgain, matchColumns } from '@/lib/services/reconcile/compare'
import { decide } from '@/lib/services/reconcile/decide'
import { importMissing } from '@/lib/services/reconcile/import-missing'

export async function match(input: unknown) {
  return action(matchColumns)(input)
}

export async function readSheet(input: unknown) {
  return action(chooseSheet)(input)
}

export async function again(input: unknown) {
  return action(compareAgain)(input)
}

export async function decideFindings(input: unknown) {
  return action(decide)(input)
}

export async function bringMissing(input: unknown) {
  return action(importMissing)(input)
}
