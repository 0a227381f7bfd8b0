import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { VerifyForm } from '@/components/certificate/verify-form'
import { PageHeader } from '@/components/ui/page-header'
import { routes } from '@/lib/routes'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificates.verify'))('title') }
}

/** Number and check code by hand; the form leads to the address that the QR code has. */
export default async function VerifyPage({ searchParams }: Props) {
  const [{ number, code }, t] = await Promise.all([searchParams, getTranslations('certificates.verify')])
  const [typedNumber, typedCode] = [number, code].map((one) => (typeof one === 'string' ? one.trim() : ''))
  if (typedNumber && typedCode)
    redirect(routes.verify(typedNumber.slice(0, 40), { code: typedCode.slice(0, 40) }))
  return (
    <>
      <PageHeader title={t('title')}>
        <p>{t('intro')}</p>
      </PageHeader>
      <VerifyForm code={typedCode ?? ''} missing={number !== undefined} number={typedNumber ?? ''} />
    </>
  )
}
