import { describe, expect, test } from 'vitest'
import { actionNames, decide, possibleActions, type Standing, statusNames } from '../contract/lifecycle'
import { decideRequest, type RequestStanding } from '../request/lifecycle'
import { decideRecord } from '../work-records/lifecycle'
import type { Actor } from './actor'

const approver = (standsFor?: Actor['standsFor']): Actor => ({
  id: 'deputy',
  username: 'deputy',
  name: '李四',
  role: 'approver',
  unit: null,
  ...(standsFor && { standsFor }),
})
const absent = { id: 'absent', name: '张三' }
const deputy = approver([absent])
const contract = (change: Partial<Standing> = {}): Standing => ({
  status: 'submitted',
  unit: 'D08',
  enteredBy: 'office',
  editedBy: 'office',
  firstApprover: null,
  disputed: false,
  large: false,
  ...change,
})
const code = (decision: { ok: true } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? 'ok' : decision.refusal.code

describe('a deputy may do with a contract just what both may', () => {
  const standings = statusNames.flatMap((status) =>
    (['office', 'absent', 'deputy'] as const).flatMap((enteredBy) =>
      ([null, 'absent', 'deputy', 'third'] as const).flatMap((firstApprover) =>
        [false, true].map((large) => contract({ status, enteredBy, firstApprover, large })),
      ),
    ),
  )
  test.each(actionNames)('%s', (action) => {
    for (const standing of standings) {
      const alone = decide(approver(), action, standing).ok
      const other = decide({ ...approver(), id: absent.id }, action, standing).ok
      expect(decide(deputy, action, standing).ok, JSON.stringify(standing)).toBe(alone && other)
    }
  })

  test('and is told for whose sake not', () => {
    const decision = decide(
      deputy,
      'approve',
      contract({ status: 'endorsed', large: true, firstApprover: 'absent' }),
    )
    expect(decision).toEqual({ ok: false, refusal: { code: 'stands-for', name: '张三' } })
    expect(possibleActions(deputy, contract({ enteredBy: 'absent' }))).toEqual([])
  })
})

describe('a request', () => {
  const request = (change: Partial<RequestStanding> = {}): RequestStanding => ({
    kind: 'correct',
    status: 'asked',
    askedBy: 'office',
    endorsedBy: null,
    large: true,
    servedOn: null,
    hearingUntil: null,
    stated: false,
    contract: { status: 'registered', unit: 'D08' },
    ...change,
  })
  const today = '2026-11-29'
  test.each([
    ['asked by the other', 'grant', request({ askedBy: 'absent' }), 'stands-for'],
    ['asked by the other', 'decline', request({ askedBy: 'absent' }), 'stands-for'],
    ['endorsed by the other', 'grant', request({ status: 'endorsed', endorsedBy: 'absent' }), 'stands-for'],
    ['endorsed by a third', 'grant', request({ status: 'endorsed', endorsedBy: 'third' }), 'ok'],
    ['asked by nobody of them', 'grant', request(), 'ok'],
  ] as const)('%s: %s', (_, action, standing, outcome) => {
    expect(code(decideRequest(deputy, action, standing, today))).toBe(outcome)
  })

  test('is taken back by the deputy of whoever asked, and by nobody else', () => {
    const registrar: Actor = { ...approver([absent]), role: 'registrar', unit: 'D08' }
    const asked = request({ askedBy: 'absent' })
    expect(code(decideRequest(registrar, 'take-back', asked, today))).toBe('ok')
    const { standsFor: _, ...colleague } = registrar
    expect(code(decideRequest(colleague, 'take-back', asked, today))).toBe('others-request')
  })
})

test('a work record that the other entered is confirmed by a third', () => {
  const record = {
    status: 'submitted',
    unit: 'D08',
    enteredBy: 'office',
    editedBy: 'absent',
    counts: false,
  } as const
  expect(code(decideRecord(deputy, 'confirm', record))).toBe('stands-for')
  expect(code(decideRecord(approver(), 'confirm', record))).toBe('ok')
  expect(code(decideRecord(deputy, 'return', record)), 'a return needs no four eyes').toBe('ok')
})
