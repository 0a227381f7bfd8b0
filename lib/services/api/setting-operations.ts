import 'server-only'
import { z } from 'zod'
import { isCodeListName } from '@/lib/domain/contract/code-lists'
import { Problem } from '@/lib/domain/problems'
import { settingKeys } from '@/lib/domain/settings'
import { unlistInstitution } from '../institutions/end'
import { listInstitution } from '../institutions/list'
import { everyInstitution } from '../institutions/read'
import { takeBackInstitution } from '../institutions/take-back'
import { holidays, putHolidays, removeHoliday } from '../settings/calendar'
import { changeSetting, settingRows, takeBackSetting } from '../settings/change'
import { mapCodes, nationalCodes } from '../settings/codes'
import { changeUnit, closeUnit, takeBackUnitChange, unitHistories } from '../units/change'
import { unitsToday } from '../units/names'
import { acting, type Operation, reader, word } from './operation'

const key = { ...word('key', '设置', 'Setting', 'reviewDays'), schema: { type: 'string', enum: settingKeys } }
const code = word('code', '单位代码', 'Unit code', 'D08')
const institution = word('code', '机构名称', 'Institution', '石河子大学')
const list = word('list', '代码表', 'Code list', 'contractType')
const day = z.iso.date()

/** Units, dated settings, the working calendar, and codes of the national system: the administrator's. */
export const settingOperations: readonly Operation[] = [
  reader({
    id: 'listUnits',
    path: '/units',
    summary: { zh: '各单位今日的名称和状态', en: 'The units as they stand today' },
    permission: 'account.self',
    output: z.object({
      units: z.array(
        z.looseObject({ unit: z.string(), nameZh: z.string(), nameEn: z.string(), closed: z.boolean() }),
      ),
    }),
    read: async ({ actor }) => ({ units: await unitsToday(actor) }),
  }),
  reader({
    id: 'readUnitHistories',
    path: '/units/histories',
    summary: { zh: '各单位的全部历史', en: 'Every unit with all its versions' },
    permission: 'unit.write',
    output: z.object({
      units: z.array(z.object({ code: z.string(), point: z.string(), versions: z.array(z.looseObject({})) })),
    }),
    read: async ({ actor }) => ({ units: await unitHistories(actor) }),
  }),
  acting(changeUnit, {
    id: 'changeUnit',
    path: '/units/{code}/change',
    summary: {
      zh: '自某日起变更单位名称、区域或排名',
      en: 'Give a unit another name, area or rank from a day on',
    },
    parameters: [code],
    example: { from: '2027-01-01', nameZh: '第八师', nameEn: 'Division 8', area: 'north', ranked: true },
  }),
  acting(closeUnit, {
    id: 'closeUnit',
    path: '/units/{code}/close',
    summary: { zh: '自某日起撤销或并入', en: 'Close a unit from a day on, or merge it into another' },
    parameters: [code],
    example: { from: '2027-01-01', into: 'D01' },
  }),
  acting(takeBackUnitChange, {
    id: 'takeBackUnitChange',
    path: '/units/{code}/take-back',
    summary: { zh: '收回尚未生效的变更', en: 'Take back a change that does not hold yet' },
    parameters: [code],
    example: { from: '2027-01-01' },
  }),
  reader({
    id: 'listSettings',
    path: '/settings',
    summary: { zh: '各项设置的历次取值', en: 'Every dated value of every setting, newest first' },
    permission: 'setting.write',
    output: z.object({
      settings: z.array(z.looseObject({ key: z.string(), validFrom: day, value: z.unknown() })),
    }),
    read: async ({ actor }) => ({ settings: await settingRows(actor) }),
  }),
  acting(changeSetting, {
    id: 'changeSetting',
    path: '/settings/{key}/change',
    summary: { zh: '自某日起采用新的取值', en: 'Set a value from today or a later day on' },
    parameters: [key],
    example: { from: '2027-01-01', value: 20 },
  }),
  acting(takeBackSetting, {
    id: 'takeBackSetting',
    path: '/settings/{key}/take-back',
    summary: { zh: '收回尚未生效的取值', en: 'Take back a value that does not hold yet' },
    parameters: [key],
    example: { from: '2027-01-01' },
  }),
  reader({
    id: 'listHolidays',
    path: '/calendar',
    summary: { zh: '节假日和调休', en: 'Holidays and make-up days' },
    permission: 'setting.write',
    output: z.object({
      days: z.array(z.object({ day, kind: z.enum(['off', 'work']), nameZh: z.string(), nameEn: z.string() })),
    }),
    read: async ({ actor }) => ({ days: await holidays(actor) }),
  }),
  acting(putHolidays, {
    id: 'putHolidays',
    path: '/calendar/put',
    summary: { zh: '设置节假日和调休', en: 'Add or change special days from today on' },
    output: z.object({ count: z.int() }),
    example: { days: [{ day: '2027-01-01', kind: 'off', nameZh: '元旦' }] },
  }),
  acting(removeHoliday, {
    id: 'removeHoliday',
    path: '/calendar/remove',
    summary: { zh: '取消节假日或调休', en: 'Make a special day a plain one again' },
    example: { day: '2027-01-01' },
  }),
  reader({
    id: 'listInstitutions',
    path: '/institutions',
    summary: {
      zh: '高校和科研院所名录',
      en: 'The list of universities and institutes, with those to come and gone',
    },
    permission: 'account.self',
    output: z.object({
      institutions: z.array(
        z.looseObject({ code: z.string(), unit: z.string(), since: day, until: day.nullable() }),
      ),
    }),
    read: async ({ actor }) => ({ institutions: await everyInstitution(actor) }),
  }),
  acting(listInstitution, {
    id: 'listInstitution',
    path: '/institutions',
    summary: { zh: '列入名录', en: 'Put an institution on the list from a day on' },
    output: z.object({ code: z.string() }),
    example: {
      nameZh: '示例大学',
      nameEn: 'Example University',
      kind: 'university',
      unit: 'D08',
      since: '2027-01-01',
    },
  }),
  acting(unlistInstitution, {
    id: 'unlistInstitution',
    path: '/institutions/{code}/unlist',
    summary: { zh: '移出名录', en: 'Take an institution off the list from a day on' },
    parameters: [institution],
    example: { until: '2027-12-31' },
  }),
  acting(takeBackInstitution, {
    id: 'takeBackInstitution',
    path: '/institutions/{code}/take-back',
    summary: { zh: '收回尚未生效的变更', en: 'Take back a change that does not hold yet' },
    parameters: [institution],
    example: {},
  }),
  reader({
    id: 'readCodes',
    path: '/codes/{list}',
    summary: { zh: '代码表与国家系统代码的对照', en: 'National codes of one of our code lists' },
    permission: 'code.write',
    parameters: [list],
    output: z.object({ list: z.string(), codes: z.record(z.string(), z.string()) }),
    read: async ({ actor, path }) => {
      const name = String(path.list)
      if (!isCodeListName(name)) throw new Problem({ code: 'not-found' })
      return { list: name, codes: Object.fromEntries(await nationalCodes(actor, name)) }
    },
  }),
  acting(mapCodes, {
    id: 'mapCodes',
    path: '/codes/{list}/map',
    summary: { zh: '设置与国家系统代码的对照', en: 'Map codes of a list to those of the national system' },
    parameters: [list],
    output: z.object({ changed: z.int() }),
    example: { codes: {} },
  }),
]
