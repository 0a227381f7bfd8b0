import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { problemStatus } from '@/lib/domain/problems'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import type { Operation } from '@/lib/services/api/operation'
import { inputSchema, operations, outputSchema } from '@/lib/services/api/operations'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('api'))('title') }
}

/** The API for people, from the same declarations as the machine's description. */
export default async function ApiDocsPage() {
  const t = await getTranslations('api')
  return (
    <main className="mx-auto grid max-w-4xl gap-6 px-4 py-10 sm:px-8">
      <PageHeader title={t('title')}>
        <p>{t('intro')}</p>
      </PageHeader>
      <div className="grid max-w-prose gap-2">
        <p>{t('token')}</p>
        <p>{t('money')}</p>
        <p>{t('problems')}</p>
        <p>
          <a className="text-jade underline" href={routes.openApi()}>
            {t('machine')}
          </a>
        </p>
      </div>
      <h2 className="text-lg">{t('operations')}</h2>
      {operations.map((operation) => (
        <OperationPanel key={operation.id} operation={operation} />
      ))}
      <Panel flush title={t('problemTable')}>
        <Table caption={t('problemTable')}>
          <thead>
            <tr>
              <Th>{t('code')}</Th>
              <Th numeric>{t('status')}</Th>
            </tr>
          </thead>
          <tbody>
            {Object.entries({ ...problemStatus, unknown: 500 }).map(([code, status]) => (
              <Tr id={code} key={code}>
                <RowHead className="font-mono">{code}</RowHead>
                <Td label={t('status')} numeric>
                  {status}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Panel>
    </main>
  )
}

async function OperationPanel({ operation }: { operation: Operation }) {
  const [t, locale] = await Promise.all([getTranslations('api'), getLocale()])
  const { id, method, path, summary, parameters, input, output } = operation
  return (
    <Panel id={id} level={3} title={say(summary, locale)}>
      <div className="grid gap-2">
        <p className="font-mono text-sm break-all">
          <b>{method.toUpperCase()}</b> /api/v1{path}
        </p>
        {parameters.length > 0 && (
          <Disclosure open={parameters.length < 6} summary={t('parameters')}>
            <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(8rem,max-content)_1fr]">
              {parameters.map(({ name, words }) => (
                <div className="contents" key={name}>
                  <dt className="font-mono text-sm">{name}</dt>
                  <dd className="text-soft">{say(words, locale)}</dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        )}
        {input && <Schema schema={inputSchema(input)} summary={t('body')} />}
        {output && <Schema schema={outputSchema(output)} summary={t('answer')} />}
      </div>
    </Panel>
  )
}

function Schema({ summary, schema }: { summary: string; schema: Record<string, unknown> }) {
  return (
    <Disclosure summary={summary}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (SC 2.1.1). */}
      <section aria-label={summary} className="max-h-96 overflow-auto" tabIndex={0}>
        <pre className="text-xs">{JSON.stringify(schema, null, 1)}</pre>
      </section>
    </Disclosure>
  )
}
