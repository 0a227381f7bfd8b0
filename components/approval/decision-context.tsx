'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { codeList, type ReturnReason } from '@/lib/domain/contract/code-lists'

/** A reason being written; `key` tells rows apart that say the same so far. */
export interface DraftReason {
  key: number
  code: string
  path: string
  text: string
}

export type Panel = 'approve' | 'return' | 'refuse' | 'dispute'

interface DecisionState {
  /** Which act is being prepared. */
  panel: Panel | null
  open: (panel: Panel | null) => void
  /** Items of the checklist that were ticked. */
  checked: ReadonlySet<string>
  tick: (id: string) => void
  reasons: readonly DraftReason[]
  /** Begins a reason at a field or attachment kind, with the code that most often concerns it. */
  point: (path: string) => void
  addReason: (code: string) => void
  changeReason: (key: number, change: Partial<DraftReason>) => void
  removeReason: (key: number) => void
}

const Context = createContext<DecisionState | null>(null)

let lastKey = 0

/** What is being prepared on a decision page, shared between the sheet, the checklist and the acts. */
export function DecisionProvider({ children }: { children: ReactNode }) {
  const [panel, open] = useState<Panel | null>(null)
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const [reasons, setReasons] = useState<readonly DraftReason[]>([])
  const state = useMemo((): DecisionState => {
    const add = (code: string, path: string) => {
      lastKey += 1
      const key = lastKey
      setReasons((now) => [...now, { key, code, path, text: '' }])
    }
    return {
      panel,
      open,
      checked,
      tick: (id) =>
        setChecked((now) => {
          const next = new Set(now)
          if (!next.delete(id)) next.add(id)
          return next
        }),
      reasons,
      point: (path) => {
        const [name = path] = path.split('.')
        const usual = returnReasons.find((one) => one.path === path || one.path.split('.')[0] === name)
        add(usual?.code ?? '', path)
        open('return')
      },
      addReason: (code) => add(code, returnReasons.find((one) => one.code === code)?.path ?? 'name'),
      changeReason: (key, change) =>
        setReasons((now) => now.map((one) => (one.key === key ? { ...one, ...change } : one))),
      removeReason: (key) => setReasons((now) => now.filter((one) => one.key !== key)),
    }
  }, [panel, checked, reasons])
  return <Context value={state}>{children}</Context>
}

const returnReasons = codeList('returnReason') as readonly ReturnReason[]

/** The state of the decision page; outside one there is nothing to decide. */
export function useDecision(): DecisionState {
  const state = useContext(Context)
  if (!state) throw new Error('useDecision stands outside a DecisionProvider')
  return state
}
