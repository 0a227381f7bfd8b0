import { answer } from '@/lib/services/api/answer'
import { printChosen } from '@/lib/services/certificates/print-chosen'

/** The certificates of all registered contracts that the list of the same parameters has. */
export const GET = (request: Request) =>
  answer(request, (actor) => printChosen(actor, 'papers', new URL(request.url).searchParams))
