import type { ChapterEntry } from '../outline-entry'
import { selfAudit } from './opening-audit'
import { bodies, events } from './opening-events'
import { achievements, platform } from './opening-platform'
import { institutions, policies } from './opening-policies'
import { total } from './opening-total'
import { managers, trainings } from './opening-trainings'

/** The work of the year and its totals, before the first numbered chapter. */
export const opening: ChapterEntry = {
  id: 'opening',
  heading: null,
  always: true,
  blocks: [
    { kind: 'paragraph', tellers: [total] },
    { kind: 'paragraph', tellers: [policies, institutions] },
    { kind: 'paragraph', tellers: [platform, achievements] },
    { kind: 'paragraph', tellers: [events, bodies] },
    { kind: 'paragraph', tellers: [trainings, managers] },
    { kind: 'paragraph', tellers: [selfAudit] },
  ],
}
