'use client'

import { useTranslations } from 'next-intl'

export type PictureForm = 'png' | 'svg'

/** Ways to take a picture along. */
export function SaveButtons({
  onSave,
  corner = false,
}: {
  onSave: (form: PictureForm) => void
  /** In the lower corner of the panel, beside the ways to its table. */
  corner?: boolean
}) {
  const t = useTranslations('dashboard.save')
  return (
    <p
      data-save
      className={`flex justify-end gap-3 text-sm print:hidden ${corner ? 'absolute right-5 bottom-3' : 'mt-1'}`}
    >
      {(['png', 'svg'] as const).map((form) => (
        <button
          className="rounded-sm py-1 text-faint hover:text-jade"
          key={form}
          onClick={() => onSave(form)}
          type="button"
        >
          {t(form)}
        </button>
      ))}
    </p>
  )
}
