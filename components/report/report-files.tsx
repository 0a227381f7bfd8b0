'use client'

import { useTranslations } from 'next-intl'
import { type MouseEvent, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Spinner } from '@/components/ui/spinner'

const forms = ['docx', 'pdf', 'xlsx'] as const
type Form = (typeof forms)[number]

/** The report to take along; making a file takes a moment, which is said. Without script they are plain links. */
export function ReportFiles({ addresses, name }: { addresses: Record<Form, string>; name: string }) {
  const t = useTranslations('report.files')
  const [making, setMaking] = useState<Form | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  const take = async (event: MouseEvent<HTMLAnchorElement>, form: Form) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    if (making) return
    setMaking(form)
    setFailure(null)
    const refusal = await fetchFile(addresses[form], `${name}.${form}`).catch(() => '')
    if (refusal !== null) setFailure(refusal || t('failed'))
    setMaking(null)
  }

  return (
    <div className="mb-4 grid gap-2 print:hidden">
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-soft">{t('title')}</span>
        {forms.map((form) => (
          <a
            aria-busy={making === form || undefined}
            aria-disabled={making !== null || undefined}
            className={buttonClass('secondary', 'small')}
            download
            href={addresses[form]}
            key={form}
            onClick={(event) => take(event, form)}
          >
            {making === form ? <Spinner /> : <Icon name="download" />}
            {t(form)}
          </a>
        ))}
        <span aria-live="polite" className="text-sm text-soft">
          {making && t('making', { form: t(making) })}
        </span>
      </p>
      {failure && (
        <Notice kind="danger" live>
          {failure}
        </Notice>
      )}
    </div>
  )
}

/** Hands the browser the file. @returns what the server says instead, null where it came */
async function fetchFile(address: string, name: string): Promise<string | null> {
  const response = await fetch(address)
  if (!response.ok) {
    const problem = (await response.json().catch(() => null)) as { title?: string } | null
    return problem?.title ?? ''
  }
  const file = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = file
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(file), 60_000)
  return null
}
