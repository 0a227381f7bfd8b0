'use client'

import { type ReactNode, useMemo, useState } from 'react'
import type { Finding } from '@/lib/domain/contract/check'
import type { Party } from '@/lib/domain/contract/content'
import { checkOrganisation } from '@/lib/domain/organisation/organisation'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Unknown } from '@/lib/domain/result'
import { type EntryFindings, FindingsContext } from './entry-context'
import { useLeft } from './use-left'

/** The state of a form over one organisation: what is wrong, what the server refused, what may be shown yet. */
export function useOrganisationForm(typed: Party) {
  const left = useLeft()
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)
  const [refusedWith, setRefusedWith] = useState<Finding[]>([])
  const read = useMemo(() => withoutBlanks(typed), [typed])
  const findings = useMemo(() => checkOrganisation(read), [read])
  return {
    read,
    findings,
    problem,
    left,
    showAll: left.showAll,
    /** The server's findings stand until the field they are about is changed. */
    refusedWith,
    refused: (refusal: ProblemDetail | Unknown) => {
      left.showAll()
      setProblem(refusal)
      setRefusedWith(refusal.code === 'check-failed' ? refusal.findings : [])
    },
    changed: (path: string) => {
      left.changed(path)
      setRefusedWith((all) => all.filter((one) => one.path !== path))
      setProblem(null)
    },
  }
}

type State = ReturnType<typeof useOrganisationForm>

/** Gives the fields inside what they need to know, as the contract's form does for its own. */
export function OrganisationFindings({ state, children }: { state: State; children: ReactNode }) {
  const context = useMemo((): EntryFindings => {
    const all = [...state.findings, ...state.refusedWith]
    return {
      content: {},
      at: (path) => (state.left.mayShow(path) ? all.filter((one) => one.path === path) : []),
      wrongUnder: () => false,
      askedAt: () => [],
      changed: state.changed,
      left: state.left.leave,
      explanations: {},
      explain: () => {},
    }
  }, [state])
  return <FindingsContext value={context}>{children}</FindingsContext>
}

const withoutBlanks = (typed: Party): Party =>
  Object.fromEntries(
    Object.entries(typed)
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value])
      .filter(([, value]) => value !== '' && value !== null && value !== undefined),
  )
