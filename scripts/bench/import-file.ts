import { writeFileSync } from 'node:fs'
import { contractSheet, type SheetContract } from '@/lib/services/import/contract-sheet'
import { completeContent, partiesOf } from '@/lib/testing/content'

/** Writes a workbook of so many contracts with every field of the dictionary: `import-file.ts KIND COUNT PATH`. */
const [kind = 'draft', count = '0', path = ''] = process.argv.slice(2)
const contracts = Array.from({ length: Number(count) }, (_, index) => contractOf(index))
writeFileSync(path, contractSheet(kind === 'draft' ? 'draft' : 'registered', contracts))
process.send?.(null, () => process.exit(0))

function contractOf(index: number): SheetContract {
  const day = '2024-05-06'
  const content = completeContent({
    ...partiesOf(index),
    ...(kind === 'registered' && { signDate: day, effectiveDate: day, endDate: '2027-05-06' }),
    turnover: 10_000_000n + BigInt(index),
    technology: 10_000_000n + BigInt(index),
  })
  if (kind === 'draft') return { content }
  return {
    content,
    record: {
      number: `20246600080${String(index).padStart(5, '0')}`,
      unit: 'D08',
      registeredOn: '2024-06-03',
      acceptedOn: '2024-06-03',
    },
  }
}
