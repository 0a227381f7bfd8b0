import { describe, expect, test } from 'vitest'
import { canonical, figureLines, movedSince, signatureState, statementOf, statementSchema } from './statement'

const facts = {
  byType: [
    { type: '1', contracts: 2n, turnover: 10n ** 15n + 1n, technology: 5n },
    { type: '5', contracts: 1n, turnover: 2n, technology: 1n },
  ],
  acts: { approve: 3, correct: 1 },
  reconciliation: { differing: 4, undecided: 0 },
}

describe('a monthly statement', () => {
  test('adds types up to the whole, exactly, and counts what was done', () => {
    const content = statementOf('D08', '2024-12', facts)
    expect(content.figures).toMatchObject({
      contracts: '3',
      turnover: '1000000000000003',
      technology: '6',
      'type.1.contracts': '2',
      'type.5.technology': '1',
      'act.approve': '3',
      'act.revoke': '0',
    })
    expect(Object.keys(content.figures)).toEqual(figureLines.map(({ id }) => id))
    expect(content.reconciliation).toEqual({ state: 'settled', differing: 4, undecided: 0 })
    expect(statementOf('D08', '2024-12', { ...facts, reconciliation: null }).reconciliation.state).toBe(
      'none',
    )
  })

  test('is hashed the same whatever order a database keeps its keys in', () => {
    const content = statementOf('D08', '2024-12', facts)
    const shuffled = {
      ...content,
      figures: Object.fromEntries(Object.entries(content.figures).reverse()),
    }
    expect(canonical(statementSchema.parse(JSON.parse(JSON.stringify(shuffled))))).toBe(canonical(content))
    expect(canonical({ ...content, month: '2024-11' })).not.toBe(canonical(content))
  })

  test('says line by line what moved since it was signed', () => {
    const signed = statementOf('D08', '2024-12', facts)
    const now = statementOf('D08', '2024-12', {
      ...facts,
      acts: { ...facts.acts, correct: 2 },
      reconciliation: { differing: 4, undecided: 1 },
    })
    const { figures, reconciliation } = movedSince(signed, now)
    expect(figures.map(({ line, before, after }) => [line.id, before, after])).toEqual([
      ['act.correct', '1', '2'],
    ])
    expect(reconciliation?.map(({ state }) => state)).toEqual(['settled', 'open'])
    expect(movedSince(signed, signed)).toEqual({ figures: [], reconciliation: null })
  })

  test.each([
    ['2024-12', null, 'unsigned'],
    ['2024-12', 'a', 'signed'],
    ['2024-12', 'b', 'broken'],
    ['2025-02', null, 'ahead'],
  ] as const)('%s signed with %s is %s', (month, signed, state) => {
    expect(signatureState(month, '2025-01-15', signed, 'a')).toBe(state)
  })
})
