import type { AuditRecord } from '@/lib/domain/audit/record'
import type { RecordExample } from '@/lib/domain/audit/rule'
import { settingsOn } from '@/lib/domain/settings'
import { soundContent } from './sound-contract'

/** The sound contract as it was registered. */
const soundRecord: AuditRecord = {
  id: '00000000-0000-7000-8000-0000000000f1',
  unit: 'I01',
  content: soundContent,
  year: 2024,
  number: '2024660015000001',
  registeredOn: '2024-06-14',
  acceptedOn: '2024-06-03',
  appliedOn: '2024-06-03',
  dueOn: '2024-06-25',
  decidedOn: '2024-06-14',
  enteredBy: '00000000-0000-7000-8000-0000000000f2',
  editedBy: '00000000-0000-7000-8000-0000000000f2',
  firstApprover: null,
  decidedBy: '00000000-0000-7000-8000-0000000000f3',
  laterActs: [],
  attachments: ['ATT01'],
  point: '15',
  unitClosed: false,
  registry: { seller: null, buyer: null },
  settings: settingsOn('2024-06-03', []),
}

/** A sound record with the changes of an example. */
export const recordOf = ({ content = {}, ...changes }: RecordExample = {}): AuditRecord => ({
  ...soundRecord,
  ...changes,
  content: {
    ...soundContent,
    ...content,
    seller: { ...soundContent.seller, ...content.seller },
    buyer: { ...soundContent.buyer, ...content.buyer },
  },
})
