'use server'

import { action } from '@/lib/services/action'
import { ask } from '@/lib/services/requests/ask'
import { decline } from '@/lib/services/requests/decline'
import { grant } from '@/lib/services/requests/grant'
import { previewRequest } from '@/lib/services/requests/preview'
import { serve } from '@/lib/services/requests/serve'
import { state } from '@/lib/services/requests/state'
import { takeBack } from '@/lib/services/requests/take-back'

export async function askRequest(input: unknown) {
  return action(ask)(input)
}

export async function previewOfRequest(input: unknown) {
  return action(previewRequest)(input)
}

export async function grantRequest(input: unknown) {
  return action(grant)(input)
}

export async function declineRequest(input: unknown) {
  return action(decline)(input)
}

export async function takeBackRequest(input: unknown) {
  return action(takeBack)(input)
}

export async function serveNotice(input: unknown) {
  return action(serve)(input)
}

export async function recordStatement(input: unknown) {
  return action(state)(input)
}
