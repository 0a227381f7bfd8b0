import 'server-only'
import { listRequests, type RequestLine } from '@/db/queries/requests'
import type { Actor } from '@/lib/domain/access/actor'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { requestKinds, requestStatuses } from '@/lib/domain/request/kinds'
import type { RequestListQuery } from '@/lib/domain/request/list-query'
import { byPage, type ListFile, listFile, moment, money, text, unitName, worded } from '../list-file'

/** What was asked for after registration, as its list shows it. */
export const requestList = (actor: Actor, { tab, kind, unit }: RequestListQuery): ListFile =>
  listFile<RequestLine>({
    title: { zh: '登记后申请', en: 'Requests' },
    columns: [
      text('申请编号', 'Request', ({ number }) => number),
      worded('事项', 'Kind', ({ kind: of }) => requestKinds[of].words, 10),
      worded('状态', 'State', ({ status }) => requestStatuses[status], 14),
      worded('原因', 'Reason', (one) => codeWords(requestKinds[one.kind].reasons, one.reason), 30),
      unitName('登记单位', 'Unit', (one) => one.unit),
      text('登记编号', 'Registration number', ({ contractNumber }) => contractNumber),
      text('合同名称', 'Contract', ({ contractName }) => contractName, 36),
      money('合同成交额', 'Turnover', ({ turnover }) => turnover),
      text('申请人', 'Asked by', ({ askedBy }) => askedBy, 12),
      moment('申请时间', 'Asked at', ({ askedAt }) => askedAt),
      moment('办结时间', 'Decided at', ({ decidedAt }) => decidedAt),
    ],
    batches: (tx) => byPage((page) => listRequests(tx, actor, { open: tab === 'waiting', kind, unit }, page)),
  })
