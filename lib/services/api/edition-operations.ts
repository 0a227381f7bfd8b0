import 'server-only'
import { z } from 'zod'
import { holds } from '@/lib/domain/edition/signatures'
import { blankManuscript } from '@/lib/domain/report/manuscript/model'
import { yearSchema } from '@/lib/domain/statistics/query'
import { makePublic } from '../editions/make-public'
import { openReview } from '../editions/open-review'
import { publishEdition } from '../editions/publish'
import { publishedEditions } from '../editions/read-edition'
import { readReview } from '../editions/read-review'
import { signChapters } from '../editions/sign'
import { readSincePrint } from '../editions/since-print'
import { takeBackReport } from '../editions/take-back'
import { recordPublished } from '../published/record'
import { commentOnReport } from '../report/comment'
import { findSlots } from '../report/find-slots'
import { readDraft } from '../report/read-draft'
import { readReport } from '../report/read-report'
import { resolveReportComment } from '../report/resolve-comment'
import { saveManuscript } from '../report/save-manuscript'
import { parseInput } from '../verb'
import { bridgeAnswer, toBridgeAnswer } from './bridge-answer'
import {
  acting,
  type Call,
  named,
  type Operation,
  query,
  reader,
  unitParameter,
  yearParameter,
} from './operation'
import { said, saidWire } from './report-answer'

const words = z.object({ zh: z.string(), en: z.string() })
const number = z.object({ number: z.int().describe('Of the edition') })
const unitOfBody = z.string().nullable().describe('Null for the whole Corps')
const report = { report: { year: 2024, unit: null } }

const unitSchema = z.string().max(20).nullable().default(null)
const keyOf = ({ path, search }: Call) => ({
  year: parseInput(yearSchema, path.year),
  unit: parseInput(unitSchema, search.get('unit')),
})
const takesYear = ({ year }: Call['path']) => ({ year })

const editionHead = z.looseObject({
  number: z.int(),
  status: z.enum(['draft', 'review', 'published']),
  publishedAt: z.iso.datetime().nullable(),
  knownAt: z.iso.datetime().nullable().describe('The moment whose figures it prints'),
  isPublic: z.boolean(),
})

const steps = ['edition-status', 'conflict'] as const

/** Editions of the annual report, from review to publication, and what staff write around it. */
export const editionOperations: readonly Operation[] = [
  reader({
    id: 'listEditions',
    path: '/report/{year}/editions',
    summary: { zh: '年报已发布的版次', en: 'The published editions of a report' },
    permission: 'statistics.read',
    parameters: [yearParameter, unitParameter],
    output: z.object({ editions: z.array(editionHead) }),
    read: async (call) => ({ editions: await publishedEditions(call.actor, keyOf(call)) }),
  }),
  reader({
    id: 'readReview',
    path: '/report/{year}/review',
    summary: {
      zh: '审签中的版次，每章由谁签署',
      en: 'The edition that is being made, and who signed which chapter; null where none is',
    },
    permission: 'statistics.read',
    parameters: [yearParameter, unitParameter],
    output: z.object({
      review: z
        .object({
          edition: editionHead,
          openedBy: z.string(),
          chapters: z.array(
            z.object({
              id: z.string(),
              title: words,
              hash: z.string().describe('Send it to sign what you saw'),
              signatures: z.array(
                z.object({
                  name: z.string(),
                  at: z.iso.datetime(),
                  holds: z.boolean().describe('False once the chapter reads otherwise'),
                }),
              ),
            }),
          ),
        })
        .nullable(),
    }),
    read: async (call) => {
      const key = keyOf(call)
      const review = await readReview(call.actor, key, await readReport(call.actor, key))
      return {
        review: review && {
          ...review,
          chapters: review.chapters.map((chapter) => ({
            id: chapter.id,
            title: chapter.title,
            hash: chapter.hash,
            signatures: chapter.signatures.map((one) => ({
              name: one.name,
              at: one.at,
              holds: holds(one, chapter),
            })),
          })),
        },
      }
    },
  }),
  reader({
    id: 'readSincePrint',
    path: '/report/{year}/since-print',
    summary: { zh: '最近一版发布以来的变动', en: 'What changed since an edition was published, by cause' },
    permission: 'statistics.read',
    parameters: [
      yearParameter,
      unitParameter,
      query('edition', '版次；省略为最近一版', 'Edition; left out, the latest', {
        type: 'integer',
        minimum: 1,
        maximum: 99,
      }),
    ],
    output: z.object({
      edition: z.int(),
      bridge: bridgeAnswer,
      places: z
        .array(
          z.object({
            chapter: z.string(),
            key: z.string(),
            where: words,
            old: said.nullable(),
            new: said.nullable(),
          }),
        )
        .describe('What the report says otherwise by now'),
    }),
    read: async (call) => {
      const given = call.search.get('edition')
      const asked = given === null ? {} : { number: parseInput(editionSchema, given) }
      const { head, bridge, places } = await readSincePrint(call.actor, { ...keyOf(call), ...asked })
      return {
        edition: head.number,
        bridge: toBridgeAnswer(bridge),
        places: places.map((one) => ({
          chapter: one.chapter,
          key: one.key,
          where: one.where,
          old: one.old && saidWire(one.old),
          new: one.new && saidWire(one.new),
        })),
      }
    },
  }),
  ...(
    [
      ['openReview', openReview, 'review', '年报送审', 'Send the live report for review', ['no-difference']],
      ['takeBackReport', takeBackReport, 'take-back', '年报退回草稿', 'Take a report out of review', []],
      [
        'publishEdition',
        publishEdition,
        'publish',
        '发布年报',
        'Publish the report under review',
        ['own-review', 'report-fails'],
      ],
    ] as const
  ).map(([id, run, name, zh, en, refusals]) =>
    acting(run, {
      id,
      path: `/report/{year}/${name}`,
      summary: { zh, en },
      parameters: [yearParameter],
      takes: takesYear,
      output: number,
      refusals: [...steps, ...refusals],
      example: { unit: null },
    }),
  ),
  acting(signChapters, {
    id: 'signChapters',
    path: '/report/{year}/sign',
    summary: { zh: '签署年报章节', en: 'Sign chapters of the report under review, as you saw them' },
    parameters: [yearParameter],
    takes: takesYear,
    output: z.object({ signed: z.int() }),
    refusals: steps,
    example: { unit: null, chapters: [{ id: 'overview', hash: '0'.repeat(64) }] },
  }),
  acting(makePublic, {
    id: 'makePublic',
    path: '/report/{year}/make-public',
    summary: {
      zh: '向社会公开某版，或停止公开',
      en: 'Open a published edition to the public, or close it again',
    },
    parameters: [yearParameter],
    takes: takesYear,
    output: z.object({ isPublic: z.boolean() }),
    example: { unit: null, number: 1, isPublic: true },
  }),
  acting(recordPublished, {
    id: 'recordPublished',
    path: '/report/{year}/record',
    summary: { zh: '录入已发布年报的各单位数据', en: 'Record what a printed report says of each unit' },
    parameters: [yearParameter],
    takes: takesYear,
    output: z.object({ units: z.int() }),
    example: { edition: 1, rows: [{ unit: 'D08', turnover: '120000.00', rank: 1 }] },
  }),
  reader({
    id: 'readManuscript',
    path: '/report/{year}/manuscript',
    summary: {
      zh: '工作人员在年报上所写的内容、历次编辑和批注',
      en: 'What staff laid over a report, with its sittings and comments',
    },
    permission: 'report.comment',
    parameters: [yearParameter, unitParameter],
    output: z.object({
      saved: z.object({ revision: z.int().describe('Send it as `base`'), content: z.looseObject({}) }),
      history: z.array(z.looseObject({ revision: z.int() })),
      comments: z.array(z.looseObject({ id: z.uuid() })),
    }),
    read: async (call) => {
      const { year, unit } = keyOf(call)
      const { saved, history, comments } = await readDraft(call.actor, year, unit)
      return { saved, history: history.map(({ changes: _, ...rest }) => rest), comments }
    },
  }),
  acting(saveManuscript, {
    id: 'saveManuscript',
    path: '/manuscript/save',
    summary: { zh: '保存年报编辑内容', en: 'Save what staff lay over a report' },
    output: z.object({ revision: z.int() }),
    refusals: ['conflict'],
    example: { ...report, base: 0, content: blankManuscript },
  }),
  {
    id: 'findSlots',
    method: 'post',
    path: '/manuscript/find-slots',
    summary: {
      zh: '按文字或数字查找可写入文中的数据',
      en: 'Figures that may be put into a text, by words or by a number',
    },
    permission: 'report.edit',
    parameters: [],
    input: z.object({
      report: z.object({ year: z.int(), unit: unitOfBody }),
      text: z.string().optional(),
      digits: z.string().optional(),
    }),
    output: z.object({
      choices: z.array(z.object({ slot: z.looseObject({}), mark: z.string(), words, of: words, said })),
    }),
    success: 200,
    reads: true,
    example: { ...report, text: '成交额' },
    run: async ({ actor, body }) => {
      const choices = await findSlots(actor, await body())
      return { value: { choices: choices.map((one) => ({ ...one, said: saidWire(one.said) })) } }
    },
  },
  acting(commentOnReport, {
    id: 'commentOnReport',
    path: '/manuscript/comment',
    summary: { zh: '批注年报', en: 'Comment on a block of a report' },
    output: z.object({ id: z.uuid() }),
    example: { ...report, block: 'overview', text: '请核对此处。' },
  }),
  acting(resolveReportComment, {
    id: 'resolveReportComment',
    path: '/manuscript/comments/{id}/resolve',
    summary: { zh: '处理批注', en: 'Close a comment' },
    parameters: [named('批注标识', 'Comment')],
    refusals: ['conflict'],
    example: {},
  }),
]

const editionSchema = z.coerce.number().int().min(1).max(99)
