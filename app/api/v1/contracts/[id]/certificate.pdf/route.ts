import { answer } from '@/lib/services/api/answer'
import { printCertificate } from '@/lib/services/certificates/print'

/** The certificate of a registered contract: `?language=en` its translation. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async (actor) =>
    printCertificate(actor, {
      ...Object.fromEntries(new URL(request.url).searchParams),
      id: (await params).id,
    }),
  )
