import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { VerifiedPaper } from '@/components/certificate/verified-paper'
import { VerifyForm } from '@/components/certificate/verify-form'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'
import { clientAddress } from '@/lib/services/actor'
import { attempt } from '@/lib/services/attempt'
import { verifyCertificate } from '@/lib/services/certificates/verify'

type Props = {
  params: Promise<{ number: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificates.verify'))('title') }
}

/** What a paper states and what has happened since, for anybody who holds it; programs are answered by the API. */
export default async function VerifiedPage({ params, searchParams }: Props) {
  const [{ number: given }, { code: asked }, t, locale, address] = await Promise.all([
    params,
    searchParams,
    getTranslations('certificates.verify'),
    getLocale(),
    clientAddress(),
  ])
  const [number, code] = [decoded(given).slice(0, 40), (typeof asked === 'string' ? asked : '').slice(0, 40)]
  const result = await attempt(() => verifyCertificate({ number, code }, address))
  if (result.ok) return <VerifiedPaper verified={result.value} />
  const unknown = result.problem.code === 'not-found'
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="grid gap-6">
        <Notice kind="danger" title={unknown ? t('notFound') : undefined}>
          {unknown ? t('notFoundHelp') : say(problemWords(result.problem), locale)}
        </Notice>
        <VerifyForm code={code} number={number} />
      </div>
    </>
  )
}

/** A segment of the address as it was typed; what is no text stays as it came. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
