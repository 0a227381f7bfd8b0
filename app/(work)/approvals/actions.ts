'use server'

import { action } from '@/lib/services/action'
import { approveBatch, previewBatch } from '@/lib/services/approvals/batch'
import { approve } from '@/lib/services/contracts/approve'
import { dispute } from '@/lib/services/contracts/dispute'
import { refuse } from '@/lib/services/contracts/refuse'
import { returnForCorrection } from '@/lib/services/contracts/return'

export async function approveContract(input: unknown) {
  return action(approve)(input)
}

export async function returnContract(input: unknown) {
  return action(returnForCorrection)(input)
}

export async function refuseContract(input: unknown) {
  return action(refuse)(input)
}

export async function disputeContract(input: unknown) {
  return action(dispute)(input)
}

export async function previewChosen(input: unknown) {
  return action(previewBatch)(input)
}

export async function approveChosen(input: unknown) {
  return action(approveBatch)(input)
}
