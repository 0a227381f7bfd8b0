import { notFound } from 'next/navigation'
import { Problem } from '@/lib/domain/problems'

/** What a reader finds; what lies outside the reader's reach doesn't exist. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Problem && error.detail.code === 'not-found') notFound()
    throw error
  }
}
