import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyContent } from '@/lib/testing/contents'
import { codeList } from '../contract/code-lists'
import type { Content } from '../contract/content'
import { differences } from '../contract/diff'
import { type AskedFile, askedAgainstDone } from './asked'
import { isReasonPath, pathChoices } from './paths'

const returnedAt = new Date('2026-11-02T08:00:00Z')
const before: Content = { name: '节水灌溉技术开发', techField: '09', buyer: { name: '甲', region: '659001' } }
const ask = (path: string) => ({ code: 'B16', path, text: '' })

describe('asked against done', () => {
  it('tells what changed at the field from what did not', () => {
    const after: Content = { ...before, techField: '07', buyer: { name: '甲', region: '659006' } }
    const { asked, unasked } = askedAgainstDone(
      [ask('techField'), ask('buyer.region'), ask('name')],
      before,
      after,
      [],
      returnedAt,
    )
    expect(asked.map(({ path, done }) => [path, done])).toEqual([
      ['techField', true],
      ['buyer.region', true],
      ['name', false],
    ])
    expect(unasked).toEqual([])
  })

  it('takes a change inside the party for an answer to a reason at the party, and the other way round', () => {
    const after: Content = { ...before, buyer: { name: '甲', region: '659006' } }
    const { asked } = askedAgainstDone([ask('buyer')], before, after, [], returnedAt)
    expect(asked[0]?.done).toBe(true)
  })

  it('counts files put on and taken off since the return, not those there before', () => {
    const file = (fileName: string, addedAt: string, removedAt: string | null = null): AskedFile => ({
      kind: 'ATT01',
      fileName,
      addedAt: new Date(addedAt),
      removedAt: removedAt ? new Date(removedAt) : null,
    })
    const files = [
      file('旧.pdf', '2026-11-01T00:00:00Z', '2026-11-03T00:00:00Z'),
      file('新.pdf', '2026-11-03T00:00:00Z'),
      file('误传.pdf', '2026-11-03T00:00:00Z', '2026-11-03T01:00:00Z'),
      file('早先移除.pdf', '2026-10-01T00:00:00Z', '2026-10-02T00:00:00Z'),
    ]
    const { asked, unaskedFiles } = askedAgainstDone([ask('ATT01')], before, before, files, returnedAt)
    expect(asked[0]).toMatchObject({ done: true, files: { added: ['新.pdf'], removed: ['旧.pdf'] } })
    expect(unaskedFiles).toEqual([])
  })

  it('shows every difference exactly once or more: under a reason, or as unasked', () => {
    fc.assert(
      fc.property(
        anyContent,
        anyContent,
        fc.subarray(
          pathChoices.map(({ path }) => path),
          { maxLength: 5 },
        ),
        (then, now, paths) => {
          const { asked, unasked } = askedAgainstDone(paths.map(ask), then, now, [], returnedAt)
          const shown = new Set([
            ...unasked.map(({ path }) => path),
            ...asked.flatMap((one) => (one.about === 'field' ? one.changes.map(({ path }) => path) : [])),
          ])
          expect(shown).toEqual(new Set(differences(then, now).map(({ path }) => path)))
          for (const one of asked) {
            expect(unasked.some(({ path }) => path === one.path)).toBe(false)
            if (one.about === 'field') expect(one.done).toBe(one.changes.length > 0)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('where a reason may point', () => {
  it('is every choice of the form, every attachment kind, every hint of a reason code', () => {
    for (const { path } of pathChoices) expect(isReasonPath(path), path).toBe(true)
    for (const { code } of codeList('attachmentKind')) expect(isReasonPath(code), code).toBe(true)
    for (const reason of codeList('returnReason')) {
      expect('path' in reason && isReasonPath(String(reason.path)), reason.code).toBe(true)
    }
  })

  it.each([
    'nothing',
    'buyer.nothing',
    'name.code',
    'instalments.amount',
    'instalments.0.nothing',
    'coSellers.x.name',
    'buyer.name.length',
    'constructor',
    'buyer.constructor',
    '',
    'ATT99',
  ])('is never %s', (path) => {
    expect(isReasonPath(path)).toBe(false)
  })

  it.each(['instalments.0.amount', 'instalments.3', 'coSellers.1.code', 'turnover'])('can be %s', (path) => {
    expect(isReasonPath(path)).toBe(true)
  })
})
