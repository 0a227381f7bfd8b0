'use server'

import { action } from '@/lib/services/action'
import { commentOnReport } from '@/lib/services/report/comment'
import { findSlots } from '@/lib/services/report/find-slots'
import { readLatest } from '@/lib/services/report/read-draft'
import { resolveReportComment } from '@/lib/services/report/resolve-comment'
import { saveManuscript } from '@/lib/services/report/save-manuscript'

export async function save(input: unknown) {
  return action(saveManuscript)(input)
}
export async function latest(input: unknown) {
  return action(readLatest)(input)
}
export async function slots(input: unknown) {
  return action(findSlots)(input)
}
export async function comment(input: unknown) {
  return action(commentOnReport)(input)
}
export async function resolve(input: unknown) {
  return action(resolveReportComment)(input)
}
