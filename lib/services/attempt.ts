import 'server-only'
import { randomBytes } from 'node:crypto'
import { Problem } from '@/lib/domain/problems'
import type { Result } from '@/lib/domain/result'

/** Runs work and answers with its value or its problem; an unknown failure is logged and answered by a reference. */
export async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof Problem) return { ok: false, problem: error.detail }
    // Next's own signals (redirect, not found, dynamic rendering) carry a digest and must pass.
    if (error instanceof Error && 'digest' in error) throw error
    const reference = randomBytes(4).toString('hex')
    console.error(`[${reference}]`, error)
    return { ok: false, problem: { code: 'unknown', reference } }
  }
}
