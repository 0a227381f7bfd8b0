import { useLocale, useTranslations } from 'next-intl'
import { StatusPill } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/button'
import { EmptyRow, RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import type { AuditRule } from '@/lib/domain/audit/rule'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { SeverityBadge } from './severity-badge'

/** The rules of the self-audit, each the way to its page. */
export function RuleTable({
  rules,
  text,
}: {
  rules: readonly { rule: AuditRule; on: boolean }[]
  /** What was searched for. */
  text: string
}) {
  const t = useTranslations('auditRules')
  const locale = useLocale()
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('rule')}</Th>
          <Th>{t('severity')}</Th>
          <Th>{t('scope')}</Th>
          <Th>{t('source')}</Th>
          <Th>{t('state')}</Th>
        </tr>
      </thead>
      <tbody>
        {rules.length === 0 && <EmptyRow columns={5}>{t('noMatch', { text })}</EmptyRow>}
        {rules.map(({ rule: { id, title, severity, scope, source }, on }) => (
          <Tr key={id}>
            <RowHead>
              <TextLink href={routes.audit.rule(id)}>{say(title, locale)}</TextLink>
              <span className="block font-mono text-xs font-normal text-faint">{id}</span>
            </RowHead>
            <Td label={t('severity')}>
              <SeverityBadge severity={severity} />
            </Td>
            <Td className="whitespace-nowrap" label={t('scope')}>
              {t(`scopes.${scope}`)}
            </Td>
            <Td className="max-w-md text-sm text-soft" label={t('source')} lang="zh-CN">
              {source}
            </Td>
            <Td label={t('state')}>
              <StatusPill tone={on ? 'good' : 'quiet'}>{t(on ? 'on' : 'off')}</StatusPill>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
