'use client'

import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Leads to the organisation's identity provider and back to `to`. */
export function ProviderButton({ to }: { to: string }) {
  const t = useTranslations('signIn')
  const [leaving, setLeaving] = useState(false)
  return (
    <Button
      className="min-h-10 w-full"
      onClick={() => {
        setLeaving(true)
        void signIn('oidc', { callbackUrl: to })
      }}
      pending={leaving}
    >
      {t('withProvider')}
    </Button>
  )
}
