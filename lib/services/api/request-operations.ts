import 'server-only'
import { type RequestAction, requestKindNames } from '@/lib/domain/request/kinds'
import { requestTabs } from '@/lib/domain/request/list-query'
import { camel } from './contract-operations'
import { acting, named, type Operation, pageParameter, query, reader } from './operation'
import { requestAnswer, requestForApi, requestListAnswer, requestsForApi } from './requests'
import { requestVerbs } from './verbs'

const id = named('申请标识', 'Request')

/** Requests after registration: corrections, changes, cancellations, revocations. */
export const requestOperations: readonly Operation[] = [
  reader({
    id: 'listRequests',
    path: '/requests',
    summary: {
      zh: '权限内的登记后申请，逐页',
      en: 'Requests after registration within your reach, page by page',
    },
    permission: 'request.read',
    parameters: [
      query('tab', '待办理（默认）或已办结', 'Waiting (if left out) or settled', {
        type: 'string',
        enum: requestTabs,
      }),
      query('kind', '事项', 'Kind', { type: 'string', enum: requestKindNames }),
      query('unit', '单位代码，如 D08', 'Unit code such as D08'),
      query('after', '上一页答复中的 next', 'The next of the page before'),
      pageParameter(30),
    ],
    output: requestListAnswer,
    read: ({ actor, search }) => requestsForApi(actor, search),
  }),
  reader({
    id: 'readRequest',
    path: '/requests/{id}',
    summary: { zh: '一项申请、它的差异和统计影响', en: 'One request, what differs and what it moves' },
    permission: 'request.read',
    parameters: [id],
    output: requestAnswer,
    read: ({ actor, path }) => requestForApi(actor, String(path.id)),
  }),
  ...(Object.keys(requestVerbs) as RequestAction[]).map((name) => {
    const { run, ...rest } = requestVerbs[name]
    return acting(run, {
      id: `${camel(name)}Request`,
      path: `/requests/{id}/${name}`,
      parameters: [id],
      ...rest,
    })
  }),
]
