import { useTranslations } from 'next-intl'

const names: Readonly<Record<string, string>> = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel' }

/** The files of an edition, by language. */
export function EditionFiles({
  files,
  href,
}: {
  files: readonly { form: string; locale: string }[]
  href: (form: string, locale: string) => string
}) {
  const t = useTranslations('edition.page')
  const locales = [...new Set(files.map(({ locale }) => locale))].sort().reverse()
  return (
    <nav aria-label={t('files')} className="flex flex-wrap gap-x-6 gap-y-1 print:hidden">
      {locales.map((locale) => (
        <span className="flex flex-wrap gap-x-3" key={locale}>
          <span className="text-faint">{t(locale as 'zh-CN' | 'en')}</span>
          {files
            .filter((one) => one.locale === locale)
            .map(({ form }) => (
              <a className="text-jade underline decoration-jade/40" href={href(form, locale)} key={form}>
                {names[form] ?? form}
              </a>
            ))}
        </span>
      ))}
    </nav>
  )
}
