import { LaunchFailure } from '@/db/embedded/failure'
import { recount } from '@/lib/services/ledger/recount'
import { verifyLedger } from '@/lib/services/ledger/verify'
import type { TerminalVerb } from './verb'

/** Proofs of the register; both act as an auditor, whom `--as` names. */
export const ledger: TerminalVerb[] = [
  {
    name: 'recount',
    help: 'count anew from the contracts and compare with postings and totals; --as an auditor 由合同重新计数并与账目、合计比对（以稽核员身份）',
    options: [],
    async run(actor) {
      const { contracts, agrees, differences } = await recount(actor)
      if (agrees)
        return `${contracts} 项合同重新计数，与账目、合计一致 contracts recounted, all figures agree`
      for (const difference of differences) console.log(JSON.stringify(difference))
      throw new LaunchFailure(
        `${differences.length} differences in ${contracts} contracts, listed above. 重新计数发现 ${differences.length} 处不一致，见上。`,
      )
    },
  },
  {
    name: 'verify-ledger',
    help: 'recompute every hash of the ledger and its seals; --as an auditor or security auditor 校验事件链与封印（以稽核员或安全审计员身份）',
    options: [],
    async run(actor) {
      const { sound, faults } = await verifyLedger(actor)
      if (sound) return '事件链与封印完好 the ledger is sound: every event and seal verified'
      for (const fault of faults) console.log(JSON.stringify(fault))
      throw new LaunchFailure(
        'The ledger was altered: the faults are listed above, the earliest first. 账本被改动，见上，最早的在前。',
      )
    },
  },
]
