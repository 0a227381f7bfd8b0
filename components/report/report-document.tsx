import { useLocale, useTranslations } from 'next-intl'
import type { ShownView } from '@/components/statistics/view'
import type { ShownTable } from '@/components/statistics/year-tables'
import { numberedHeadings } from '@/lib/domain/report/headings'
import type { Block, Chapter } from '@/lib/domain/report/model'
import { plain } from '@/lib/domain/report/spans'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { Evidence, EvidenceMark, evidenceId } from './evidence'
import { ReportFigure } from './report-figure'
import { ReportTable } from './report-table'
import { SaidText, spansIn } from './said-text'

/** What every part of a report on the page is told. */
export interface ReportProps {
  view: ShownView
  units: readonly UnitMember[]
  /** The year's tables, which tables and figures of the report are drawn from. */
  tables: readonly ShownTable[]
  /** Whose figures, and of when, for pictures that are saved. */
  source: string
}

/** The report as a document to read; its contents stand beside it where there is room. */
export function ReportDocument({ chapters, ...props }: ReportProps & { chapters: readonly Chapter[] }) {
  const t = useTranslations('report')
  const locale = useLocale()
  const headings = numberedHeadings(chapters)
  return (
    <div className="xl:grid xl:grid-cols-[minmax(0,46rem)_14rem] xl:gap-x-12 print:block">
      {headings.size > 0 && (
        <nav
          aria-label={t('contents')}
          className="mb-6 xl:sticky xl:top-[calc(var(--spacing-bar)+1.5rem)] xl:order-2 xl:mb-0 xl:self-start print:hidden"
        >
          <p className="mb-1 hidden font-semibold xl:block">{t('contents')}</p>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 xl:block">
            {[...headings].map(([id, words]) => (
              <li key={id}>
                <a className="inline-block rounded-sm py-0.5 text-jade hover:underline" href={`#${id}`}>
                  {say(words, locale)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <article className="max-w-[46rem] min-w-0 rounded-lg border border-line bg-sheet px-5 py-6 sm:px-10 sm:py-8 print:max-w-none print:border-0 print:p-0">
        {chapters.map(({ id, blocks }) => {
          const heading = headings.get(id)
          return (
            <section aria-labelledby={heading && id} key={id}>
              {heading && (
                <h2 className="mt-10 mb-3 text-lg" id={id}>
                  {say(heading, locale)}
                </h2>
              )}
              {blocks.map((block) => (
                <OneBlock block={block} key={block.id} {...props} />
              ))}
            </section>
          )
        })}
      </article>
    </div>
  )
}

function OneBlock({ block, ...props }: ReportProps & { block: Block }) {
  const locale = useLocale()
  const { view, units } = props
  switch (block.kind) {
    case 'heading':
      return (
        <h3 className="mt-6 mb-2 text-md" id={block.id}>
          {say(block.words, locale)}
        </h3>
      )
    case 'paragraph':
      return (
        <>
          <p className="my-3 text-md leading-7">
            {block.sentences.map(({ id, said }, at) => (
              <span key={id}>
                {/* English sentences stand apart. */}
                {at > 0 && locale.startsWith('en') && ' '}
                <SaidText id={id} opens={evidenceId(id)} said={said} units={units} view={view} />
                <EvidenceMark id={id} said={said} />
              </span>
            ))}
          </p>
          {block.sentences.map(({ id, claims, said }) => (
            <Evidence claims={claims} id={id} key={id} said={said} units={units} view={view} />
          ))}
        </>
      )
    case 'own':
    case 'note':
      return <Remark block={block} units={units} view={view} />
    case 'table':
      return <ReportTable block={block} {...props} />
    case 'figure':
      return <ReportFigure block={block} {...props} />
  }
}

/** A paragraph of the staff's own, or a note. */
function Remark({
  block: { kind, id, said },
  view,
  units,
}: Pick<ReportProps, 'view' | 'units'> & { block: Extract<Block, { kind: 'own' | 'note' }> }) {
  const spans = spansIn(said, useLocale())
  const rests = spans.some((span) => span.kind === 'number' || span.kind === 'sourced')
  return (
    <>
      <p
        className={kind === 'own' ? 'my-3 text-md leading-7' : 'my-2 text-sm text-soft'}
        lang={/\p{Script=Han}/u.test(plain(spans)) ? 'zh-CN' : undefined}
      >
        <SaidText id={id} opens={evidenceId(id)} said={said} units={units} view={view} />
        {rests && <EvidenceMark id={id} said={said} />}
      </p>
      {rests && <Evidence claims={[]} id={id} said={said} units={units} view={view} />}
    </>
  )
}
