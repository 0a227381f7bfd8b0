'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** A secret that is shown this once: to be copied now, for nobody can look it up later. */
export function ShownOnce({ title, detail, secret }: { title: string; detail: string; secret: string }) {
  const t = useTranslations('admin')
  const [copied, setCopied] = useState(false)
  return (
    <Notice
      actions={
        <Button
          onClick={() => navigator.clipboard?.writeText(secret).then(() => setCopied(true))}
          size="small"
        >
          {copied ? t('copied') : t('copy')}
        </Button>
      }
      kind="warning"
      live
      title={title}
    >
      <p>{detail}</p>
      <p className="mt-2 w-fit border border-edge bg-raised px-3 py-1.5 font-mono text-md break-all select-all">
        {secret}
      </p>
    </Notice>
  )
}
