'use client'

import type { ReactNode } from 'react'
import type { Action } from '@/lib/domain/contract/lifecycle'
import type { Result } from '@/lib/domain/result'
import { ApproveDialog, type Approved } from './approve-dialog'
import { DecisionBar, type Queue } from './decision-bar'
import { DisputeDialog } from './dispute-dialog'
import { RefuseDialog } from './refuse-dialog'
import { ReturnDrawer } from './return-drawer'

type Act<Output> = (input: unknown) => Promise<Result<Output>>

export interface DecisionActions {
  approve: Act<Approved>
  return: Act<unknown>
  refuse: Act<{ decision: string }>
  dispute: Act<{ dueOn: string }>
}

/** The bar at the foot and the forms behind its buttons. */
export function DecisionActs({
  contract,
  possible,
  queue,
  onward,
  actions,
  effects,
}: {
  contract: {
    id: string
    revision: number
    name: string
    turnover: bigint
    technology: bigint
    needsSecond: boolean
  }
  possible: readonly Action[]
  queue: Queue
  /** Where to go after a decision: the next of the queue, or the desk. */
  onward: string
  actions: DecisionActions
  effects?: ReactNode
}) {
  const { id, revision, name } = contract
  const common = { id, revision, name, onward }
  return (
    <>
      <DecisionBar possible={possible} queue={queue} />
      {possible.includes('approve') && (
        <ApproveDialog
          {...common}
          act={actions.approve}
          claimed={contract.technology}
          effects={effects}
          needsSecond={contract.needsSecond}
          turnover={contract.turnover}
        />
      )}
      {possible.includes('return') && (
        <ReturnDrawer act={actions.return} id={id} onward={onward} revision={revision} />
      )}
      {possible.includes('refuse') && <RefuseDialog {...common} act={actions.refuse} />}
      {possible.includes('dispute') && <DisputeDialog act={actions.dispute} id={id} revision={revision} />}
    </>
  )
}
