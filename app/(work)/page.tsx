import { redirect } from 'next/navigation'
import { requireActor } from '@/lib/services/actor'
import { placesOf } from './places'

/** Everybody begins where their work lies: the first place of their bar. */
export default async function Home() {
  const { role } = await requireActor()
  const [first] = placesOf(role)
  if (!first) throw new Error(`Role ${role} has no place in the house`)
  redirect(first.href)
}
