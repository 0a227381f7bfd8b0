import type { CampaignReport } from '../audit/report'
import type { Audits } from './source'

/** What closed self-audits came to together: of the whole Corps, or a unit's part of those that looked at it. */
export function auditsOf(reports: readonly CampaignReport[], unit: string | null): Audits {
  const parts =
    unit === null ? reports : reports.flatMap(({ byUnit }) => byUnit.filter((part) => part.unit === unit))
  return parts.reduce<Audits>(
    (sum, { corrected, revoked }) => ({
      campaigns: sum.campaigns + 1,
      corrected: sum.corrected + corrected,
      revoked: sum.revoked + revoked,
    }),
    { campaigns: 0, corrected: 0, revoked: 0 },
  )
}
