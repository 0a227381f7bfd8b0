import { useLocale, useTranslations } from 'next-intl'
import { formatWan } from '@/lib/domain/money'
import type { Sums } from '@/lib/domain/statistics/book'
import { type Bridge, type Cause, causes } from '@/lib/domain/statistics/bridge'
import { say } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'

/** From the opening figure to the closing one: a line for each cause, which leads to its contracts. */
export function BridgeTable({
  bridge,
  from,
  to,
  href,
}: {
  bridge: Bridge
  from: Date
  to: Date
  href: (cause: Cause) => string
}) {
  const t = useTranslations('time.bridge')
  const common = useTranslations('common')
  const locale = useLocale()
  const figures = (sums: Sums, write: (text: string) => string) => (
    <>
      <td>{write(sums.contracts.toString())}</td>
      <td>{write(formatWan(sums.turnover))}</td>
      <td>{write(formatWan(sums.technology))}</td>
    </>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (SC 2.1.1).
    <section aria-label={common('tableScroll')} className="scroll-hint relative overflow-x-auto" tabIndex={0}>
      <table className="figures">
        <caption className="sr-only">{t('table')}</caption>
        <thead>
          <tr>
            {(['cause', 'acts', 'contracts', 'turnover', 'technology'] as const).map((name) => (
              <th key={name} scope="col">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('opening', { moment: officeMoment(from) })}</th>
            <td />
            {figures(bridge.opening, plain)}
          </tr>
          {bridge.parts.map(({ cause, acts, change }) => {
            const name = say(causes[cause], locale)
            const count = acts.toString()
            return (
              <tr key={cause}>
                <th scope="row">{name}</th>
                <td>
                  {acts === 0n ? (
                    count
                  ) : (
                    <a aria-label={t('open', { cause: name, count })} href={href(cause)}>
                      {count}
                    </a>
                  )}
                </td>
                {figures(change, moved)}
              </tr>
            )
          })}
          <tr>
            <th scope="row">{t('change')}</th>
            <td>{bridge.parts.reduce((sum, { acts }) => sum + acts, 0n).toString()}</td>
            {figures(bridge.change, moved)}
          </tr>
        </tbody>
        <tfoot>
          <tr className="sum">
            <th scope="row">{t('closing', { moment: officeMoment(to) })}</th>
            <td />
            {figures(bridge.closing, plain)}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

const plain = (text: string) => text

/** What was added has its plus; nothing has no sign. */
const moved = (text: string) => (/^[-−]|^[0.]*$/.test(text) ? text : `+${text}`)
