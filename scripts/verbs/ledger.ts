import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { LaunchFailure } from '@/db/embedded/failure'
import { exportLedger } from '@/lib/services/ledger/export'
import { ledgerHead } from '@/lib/services/ledger/head'
import { recount } from '@/lib/services/ledger/recount'
import { type CheckName, type NotedHead, verifyLedger } from '@/lib/services/ledger/verify'
import type { RegisterVerb } from './verb'

const labels: Record<CheckName, string> = {
  head: '链首 head noted',
  events: '事件链 events',
  contracts: '合同与事件 contracts against events',
  postings: '账目 postings',
  trail: '审计日志 trail',
  imprints: '印记 imprints',
  tables: '受护数据表 rows of covered tables',
  numbers: '登记编号 registration numbers',
  seals: '封印 seals',
  lines: '账目与事件 postings against events',
  totals: '合计与账目 totals against postings',
  recount: '重新计数 contracts recounted',
}

/** Proofs of the register; all act as an auditor, whom `--as` names. */
export const ledger: RegisterVerb[] = [
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
    help: 'prove every record: hashes, seals, covered tables, postings, totals, recount; --as an auditor, or a security auditor for all but contents 校验全部记录（以稽核员身份；安全审计员不核对内容）',
    options: [
      {
        name: 'head',
        value: 'NUMBER:ROOT',
        help: 'a head noted earlier must be in the chain 曾记录的链首须在链中',
      },
    ],
    async run(actor, { head }) {
      const { sound, checks, faults } = await verifyLedger(actor, head ? { head: readHead(head) } : {})
      for (const { name, checked, milliseconds, faults } of checks) {
        const rate = Math.round((checked / Math.max(milliseconds, 1)) * 1000)
        console.log(
          `${faults.length === 0 ? '✓' : '✗'} ${labels[name]}: ${spaced(checked)}, ${spaced(rate)} /s`,
        )
      }
      if (sound) return '账本完好 the ledger is sound'
      for (const fault of faults) console.log(JSON.stringify(fault))
      throw new LaunchFailure(
        `The ledger was altered: ${faults.length} faults are listed above. 账本被改动：${faults.length} 处，见上。`,
      )
    },
  },
  {
    name: 'ledger-head',
    help: 'print the head of the chain, for somebody else to note; --as an auditor or security auditor 显示链首，供第三方记录（以稽核员或安全审计员身份）',
    options: [],
    async run(actor) {
      const head = await ledgerHead(actor)
      if (!head) return '账本为空 the ledger is empty'
      return `第 ${head.number} 号封印 seal, ${head.at.toISOString()}, head ${head.number}:${head.root}`
    },
  },
  {
    name: 'export-ledger',
    help: 'write the ledger as it was hashed, for scripts/verify_ledger.py; --as an auditor 导出账本，供独立脚本校验（以稽核员身份）',
    options: [{ name: 'out', value: 'DIR', required: true, help: 'new directory 新目录' }],
    async run(actor, { out = '' }) {
      newDirectory(out)
      const { rows, head } = await exportLedger(actor, async (file, text) =>
        appendFileSync(join(out, file), text, { mode: 0o600 }),
      )
      for (const [file, count] of Object.entries(rows)) console.log(`${file}: ${spaced(count)}`)
      return `账本已导出至 ${out} ledger exported, head ${head ? `${head.number}:${head.root}` : '-'}`
    },
  },
]

const spaced = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ' ')

function readHead(typed: string): NotedHead {
  const [, number, root] = /^(\d{1,9}):([0-9a-f]{64})$/i.exec(typed) ?? []
  if (!number || !root) {
    throw new LaunchFailure(
      'A head is written NUMBER:ROOT, as ledger-head prints it. 链首格式应为“号码:根值”。',
    )
  }
  return { number: Number(number), root }
}

/** Only a new directory is filled: an older export is never mixed with this one. */
function newDirectory(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    throw new LaunchFailure(
      `The directory ${path} can't be made (${(error as Error).message}). 无法新建目录 ${path}。`,
    )
  }
}
