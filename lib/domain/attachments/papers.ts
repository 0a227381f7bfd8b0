import type { Content } from '../contract/content'
import { withoutHidden } from '../contract/hidden'
import { attachmentRules } from '../contract/rules/attachments'
import type { Circumstances } from '../contract/rules/rule'

/** A kind of paper that a contract calls for. `expected`: its absence is explained or at least pointed out. */
export interface Paper {
  kind: string
  need: 'required' | 'expected'
}

const isKind = (path: string) => /^ATT\d\d$/.test(path)

/** The papers a content calls for, by what the rules would say if nothing were attached; required ones first. */
export function papersFor(content: Content, circumstances: Circumstances): Paper[] {
  const bare = { ...circumstances, attachments: [], filesMetAgain: [] }
  const papers = attachmentRules.flatMap(({ severity, check }) =>
    check(withoutHidden(content), bare)
      .filter(({ path }) => isKind(path))
      .map(({ path }): Paper => ({ kind: path, need: severity === 'error' ? 'required' : 'expected' })),
  )
  return papers.sort((a, b) =>
    a.need === b.need ? a.kind.localeCompare(b.kind) : a.need === 'required' ? -1 : 1,
  )
}
