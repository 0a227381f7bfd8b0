'use server'

import { action } from '@/lib/services/action'
import { addOrganisation } from '@/lib/services/organisations/add'
import { correctOrganisation } from '@/lib/services/organisations/correct'
import { findParties } from '@/lib/services/organisations/read'
import { findRegions, nameRegions } from '@/lib/services/organisations/regions'

export async function searchOrganisations(input: unknown) {
  return action(findParties)(input)
}

export async function addOrganisationEntry(input: unknown) {
  return action(addOrganisation)(input)
}

export async function correctOrganisationEntry(input: unknown) {
  return action(correctOrganisation)(input)
}

export async function searchRegionCodes(input: unknown) {
  return action(findRegions)(input)
}

export async function nameRegionCodes(input: unknown) {
  return action(nameRegions)(input)
}
