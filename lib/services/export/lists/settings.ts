import 'server-only'
import { readAccountNames } from '@/db/queries/accounts'
import { readInstitutions } from '@/db/queries/institutions'
import {
  type Holiday,
  readHolidays,
  readNationalCodes,
  readSettingRows,
  type SettingRow,
} from '@/db/queries/units'
import { type Code, type CodeListName, codeList } from '@/lib/domain/contract/code-lists'
import { type SettingKey, settingKeys, settings } from '@/lib/domain/settings'
import { shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import type { Words } from '@/lib/domain/words'
import { type Institution, isListedOn } from '@/lib/domain/work-records/institutions'
import { day, type ListFile, listFile, moment, text, unitName, worded } from '../list-file'

/** Every dated value of every setting or of one, setting by setting, the latest first. */
export const settingList = (only?: SettingKey): ListFile =>
  listFile<SettingRow & { setByName: string }>({
    title: { zh: '设置', en: 'Settings' },
    columns: [
      worded('设置项', 'Setting', ({ key }) => settings[key as SettingKey]?.label ?? same(key), 44),
      {
        heading: { zh: '值', en: 'Value' },
        width: 14,
        cell: ({ value }) => (typeof value === 'number' ? { count: String(value) } : String(value)),
      },
      day('生效日期', 'In force from', ({ validFrom }) => validFrom),
      text('设定人', 'Set by', ({ setByName }) => setByName, 14),
      moment('设定时间', 'Set at', ({ setAt }) => setAt),
      text('依据', 'Source', ({ key }) => settings[key as SettingKey]?.source, 44),
    ],
    batches: async function* (tx) {
      const rows = await readSettingRows(tx)
      const names = await readAccountNames(
        tx,
        rows.flatMap(({ setBy }) => setBy ?? []),
      )
      yield settingKeys
        .filter((key) => only === undefined || key === only)
        .flatMap((key) => rows.filter((row) => row.key === key))
        .map((row) => ({ ...row, setByName: names.get(row.setBy ?? '') ?? '' }))
    },
  })

const same = (text: string): Words => ({ zh: text, en: text })

/** Holidays and days worked instead, of a year or all that are known. */
export const holidayList = (year?: number): ListFile =>
  listFile<Holiday>({
    title: { zh: '节假日与调休', en: 'Holidays' },
    columns: [
      day('日期', 'Day', (one) => one.day),
      worded('类型', 'Kind', ({ kind }) =>
        kind === 'off' ? { zh: '放假', en: 'Day off' } : { zh: '调休上班', en: 'Worked instead' },
      ),
      worded('名称', 'Name', ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }), 30),
    ],
    batches: async function* (tx) {
      yield (await readHolidays(tx)).filter((one) => year === undefined || yearOf(one.day) === year)
    },
  })

/** A code list with the national system's codes, where they are known. */
export const codesList = (list: CodeListName): ListFile =>
  listFile<Code & { national: string | undefined }>({
    title: { zh: `代码对照-${list}`, en: `Codes-${list}` },
    columns: [
      text('代码', 'Code', ({ code }) => code, 12),
      worded('名称', 'Name', ({ words }) => words, 40),
      text('国家系统代码', 'National code', ({ national }) => national, 16),
    ],
    batches: async function* (tx) {
      const known = await readNationalCodes(tx, list)
      yield codeList(list).map((one) => ({ ...one, national: known.get(one.code) }))
    },
  })

/** The dated list of universities and institutes, with those to come and gone. */
export const institutionList = (): ListFile =>
  listFile<Institution & { today: string }>({
    title: { zh: '高校科研院所名录', en: 'Universities and institutes' },
    columns: [
      worded('院所', 'Institution', ({ words }) => words, 30),
      worded('类别', 'Kind', ({ kind }) =>
        kind === 'university' ? { zh: '高等院校', en: 'University' } : { zh: '科研院所', en: 'Institute' },
      ),
      unitName('所属登记单位', 'Unit', ({ unit }) => unit),
      day('列入日期', 'Listed from', ({ since }) => since),
      day('移出日期', 'Listed until', ({ until }) => until),
      worded('状态', 'State', (one) =>
        isListedOn(one, one.today)
          ? { zh: '在名录中', en: 'On the list' }
          : one.since > one.today
            ? { zh: '尚未生效', en: 'To come' }
            : { zh: '已移出', en: 'Off the list' },
      ),
    ],
    batches: async function* (tx, at) {
      const today = shanghaiDate(at)
      yield (await readInstitutions(tx)).map((one) => ({ ...one, today }))
    },
  })
