import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BareFrame, NotFoundPage } from '@/components/shell/state-pages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('states')
  return { title: t('notFoundTitle') }
}

export default function NotFound() {
  return (
    <BareFrame>
      <NotFoundPage />
    </BareFrame>
  )
}
