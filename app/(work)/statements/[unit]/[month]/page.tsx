import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/format/text'
import { MovedTable } from '@/components/statement/moved-table'
import { SignButton } from '@/components/statement/sign-button'
import { StatementSheet } from '@/components/statement/statement-sheet'
import { StatusPill, type Tone } from '@/components/ui/badge'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { PrintButton } from '@/components/ui/print-button'
import { may } from '@/lib/domain/access/permissions'
import { monthSchema, periodWords } from '@/lib/domain/reconcile/period'
import { type SignatureState, signatureStates } from '@/lib/domain/statement/statement'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readStatement } from '@/lib/services/statement/read'
import { orNotFound } from '../../../statistics/view'
import { sign } from '../../actions'

type Props = { params: Promise<{ unit: string; month: string }> }

const tones: Record<SignatureState, Tone> = {
  signed: 'good',
  broken: 'bad',
  unsigned: 'waiting',
  ahead: 'quiet',
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('statement'))('title') }
}

/** The statement of a unit's month: figures, reconciliation and signature; fit to be printed. */
export default async function StatementPage({ params }: Props) {
  const actor = await requireActor('statement.read')
  const { unit, month } = await params
  if (!monthSchema.safeParse(month).success) notFound()
  const view = await orNotFound(readStatement(actor, unit, month))
  if (!view) notFound()
  const [t, locale] = await Promise.all([getTranslations('statement'), getLocale()])
  const { state, signature, moved, hash, content } = view
  const over = month < shanghaiDate(new Date()).slice(0, 7)
  const signs = may(actor.role, 'statement.sign') && actor.unit === unit && state !== 'signed'
  return (
    <>
      <PageHeader
        actions={
          <span className="flex flex-wrap gap-2 print:hidden">
            <PrintButton>{t('print')}</PrintButton>
            <ExportLinks filters={{ unit, month }} list="statement" />
          </span>
        }
        breadcrumb={[{ label: t('title'), href: routes.statements({ year: month.slice(0, 4) }) }]}
        status={<StatusPill tone={tones[state]}>{say(signatureStates[state], locale)}</StatusPill>}
        title={t('sheet', { period: say(periodWords(month), locale), unit: say(view.unit, locale) })}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {moved && <MovedTable moved={moved} />}
        <StatementSheet
          content={content}
          reconciled={may(actor.role, 'reconcile.read') ? view.reconciliation : null}
        />
        <Panel className="print:break-inside-avoid" title={t('signature')}>
          <div className="grid gap-3">
            {signature ? (
              <p>
                {t('signedBy', { by: signature.signedBy })}{' '}
                <DateText form="moment" value={signature.signedAt} />
              </p>
            ) : (
              <p className="text-soft">{t('unsigned')}</p>
            )}
            <p className="text-sm break-all text-faint">
              {t('hash')} <span className="font-mono">{signature?.hash ?? hash}</span>
            </p>
            {signs &&
              (over ? (
                <SignButton act={sign} anew={signature !== null} hash={hash} month={month} />
              ) : (
                <p className="text-sm text-soft print:hidden">{t('notOver')}</p>
              ))}
          </div>
        </Panel>
      </div>
    </>
  )
}
