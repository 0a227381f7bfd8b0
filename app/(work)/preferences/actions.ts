'use server'

import { choose } from '@/app/preferences'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Unknown } from '@/lib/domain/result'

export type Saved = { at: number; problem: ProblemDetail | Unknown | null } | null

/** Keeps the whole form; also without scripts. What it does not hold is not among its choices and is refused. */
export async function savePreferences(_before: Saved, form: FormData): Promise<Saved> {
  const result = await choose({
    language: form.get('language'),
    theme: form.get('theme'),
    density: form.get('density'),
    pageSize: Number(form.get('pageSize')),
    shortcuts: form.get('shortcuts') === 'on',
  })
  return { at: Date.now(), problem: result.ok ? null : result.problem }
}
