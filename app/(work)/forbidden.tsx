import { getLocale } from 'next-intl/server'
import { NoPermission } from '@/components/ui/states'
import { roles } from '@/lib/domain/access/roles'
import { say } from '@/lib/domain/words'
import { currentActor } from '@/lib/services/actor'

/** Inside the shell: the person sees where they may go instead. */
export default async function Forbidden() {
  const [actor, locale] = await Promise.all([currentActor(), getLocale()])
  return <NoPermission roleLabel={actor ? say(roles[actor.role], locale) : undefined} />
}
