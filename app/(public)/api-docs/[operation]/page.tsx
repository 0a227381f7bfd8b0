import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { may, permissions } from '@/lib/domain/access/permissions'
import { type Role, roles } from '@/lib/domain/access/roles'
import { problemStatus } from '@/lib/domain/problems'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { currentActor } from '@/lib/services/actor'
import { refusalsOf } from '@/lib/services/api/openapi'
import type { Operation } from '@/lib/services/api/operation'
import { inputSchema, operations, outputSchema } from '@/lib/services/api/operations'
import { TryPanel } from './try-panel'

type Props = { params: Promise<{ operation: string }> }

async function operationOf({ params }: Props): Promise<Operation> {
  const { operation: id } = await params
  const operation = operations.find((one) => one.id === id)
  if (!operation) notFound()
  return operation
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ summary }, locale] = await Promise.all([operationOf(props), getLocale()])
  return { title: say(summary, locale) }
}

/** One operation: what it takes, what it answers, what it may refuse, and a panel to try it as oneself. */
export default async function OperationPage(props: Props) {
  const operation = await operationOf(props)
  const [t, locale, actor] = await Promise.all([getTranslations('api'), getLocale(), currentActor()])
  const { id, method, path, summary, permission, parameters, input, output, example, upload } = operation
  const who = Object.keys(permission ? permissions[permission] : roles) as Role[]
  const codes = [...new Set(refusalsOf(operation))].sort((a, b) => problemStatus[a] - problemStatus[b])
  return (
    <main className="mx-auto grid max-w-4xl gap-6 px-4 py-10 sm:px-8">
      <PageHeader breadcrumb={[{ label: t('title'), href: routes.apiDocs() }]} title={say(summary, locale)}>
        <p className="font-mono text-sm break-all">
          <b>{method.toUpperCase()}</b> /api/v1{path}
        </p>
        <p className="text-soft">
          {t('forWhom', {
            roles: who.map((role) => say(roles[role], locale)).join(locale === 'en' ? ', ' : '、'),
          })}
        </p>
      </PageHeader>
      <TryPanel
        operation={{
          method,
          path,
          parameters: parameters.map(({ name, in: place, words, schema, example }) => ({
            name,
            place,
            label: say(words, locale),
            choices: (schema.enum as string[] | undefined) ?? null,
            example: example === undefined ? '' : String(example),
          })),
          body: input ? JSON.stringify(example ?? {}, null, 2) : null,
          upload: upload === true,
          changes: method === 'post' && !operation.reads,
        }}
        signIn={routes.signIn(routes.apiDocs(id))}
        who={actor && { name: actor.name, may: permission === null || may(actor.role, permission) }}
      />
      <Panel title={t('described')}>
        <div className="grid gap-2">
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
          {input && <Schema schema={inputSchema(operation)} summary={t('body')} />}
          {output && <Schema schema={outputSchema(output)} summary={t('answer')} />}
          <Disclosure summary={t('refusals')}>
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {codes.map((code) => (
                <li className="font-mono text-sm" key={code}>
                  {problemStatus[code]} <TextLink href={`${routes.apiDocs()}#${code}`}>{code}</TextLink>
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      </Panel>
    </main>
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
