import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { readCalendar, readSettings, readUnits } from '@/db/queries/reference'
import { sql } from '@/db/testing/sql'
import { inTransaction } from '@/db/transaction'
import { addDays, shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { enrolWithPasswords } from '@/lib/testing/signed'
import { create } from '../contracts/create'
import { person, registrarOf } from '../demo/people'
import { changeUnit, closeUnit, takeBackUnitChange } from '../units/change'
import { putHolidays, removeHoliday } from './calendar'
import { changeSetting, takeBackSetting } from './change'
import { mapCodes, nationalCodes } from './codes'

const admin = person('admin')
const today = shanghaiDate(new Date())
const tomorrow = addDays(today, 1)
const yesterday = addDays(today, -1)
const newYear = `${yearOf(today)}-01-01`
const fault = (path: string, message: string) => ({
  detail: { code: 'invalid-input', issues: [{ path, message }] },
})
const lastTrail = async () =>
  (await sql()`select action, subject, details from trail order by id desc limit 1`)[0]
const unitOn = (code: string, day: string) =>
  inTransaction(admin, async (tx) => (await readUnits(tx, day)).get(code))
const settingsOn = (day: string) => inTransaction(admin, (tx) => readSettings(tx, day))

beforeAll(() => enrolWithPasswords('registrar-d13', 'approver'))
afterAll(() => database().close())

describe('settings', () => {
  test('hold from their day on and leave the days before alone', async () => {
    await changeSetting(admin, { key: 'reviewDays', from: tomorrow, value: 10 })
    expect((await settingsOn(today)).reviewDays).toBe(15)
    expect((await settingsOn(tomorrow)).reviewDays).toBe(10)
    expect(await lastTrail()).toMatchObject({
      action: 'setting.change',
      subject: 'reviewDays',
      details: { from: tomorrow, before: 15, after: 10 },
    })
    await takeBackSetting(admin, { key: 'reviewDays', from: tomorrow })
    expect((await settingsOn(tomorrow)).reviewDays).toBe(15)
  })

  test('of today can be mended today', async () => {
    await changeSetting(admin, { key: 'idleMinutes', from: today, value: 20 })
    await changeSetting(admin, { key: 'idleMinutes', from: today, value: 25 })
    expect((await settingsOn(today)).idleMinutes).toBe(25)
    await expect(takeBackSetting(admin, { key: 'idleMinutes', from: today })).rejects.toMatchObject(
      fault('from', 'in-force'),
    )
  })

  test.each([
    [{ key: 'reviewDays', from: yesterday, value: 10 }, 'from', 'from-today'],
    [{ key: 'reviewDays', from: tomorrow, value: 0 }, 'value', 'setting'],
    [{ key: 'reviewDays', from: tomorrow, value: 'many' }, 'value', 'setting'],
    [{ key: 'ruleSet', from: tomorrow, value: 'R1999' }, 'value', 'setting'],
    [{ key: 'reviewDays', from: '2026-02-30', value: 10 }, 'from', 'date'],
  ])('refuses %j', async (input, path, message) => {
    await expect(changeSetting(admin, input)).rejects.toMatchObject(fault(path, message))
  })

  test('are the administrator’s alone', async () => {
    const input = { key: 'reviewDays', from: tomorrow, value: 10 }
    await expect(changeSetting(person('approver'), input)).rejects.toMatchObject({
      detail: { code: 'forbidden' },
    })
  })
})

describe('units', () => {
  const renamed = { code: 'D05', nameZh: '第五师', nameEn: 'Fifth Division', area: 'north', ranked: true }

  test('another name holds this year and leaves the years before alone', async () => {
    await changeUnit(admin, { ...renamed, from: newYear })
    expect(await unitOn('D05', today)).toMatchObject({ nameZh: '第五师' })
    expect(await unitOn('D05', addDays(newYear, -1))).toMatchObject({ nameZh: '五师' })
    expect(await lastTrail()).toMatchObject({
      action: 'unit.change',
      subject: 'D05',
      details: { before: { nameZh: '五师' }, after: { nameZh: '第五师' } },
    })
    await expect(changeUnit(admin, { ...renamed, from: addDays(newYear, -1) })).rejects.toMatchObject(
      fault('from', 'later-change'),
    )
    await expect(
      changeUnit(admin, { ...renamed, code: 'D04', from: addDays(newYear, -1) }),
    ).rejects.toMatchObject(fault('from', 'closed-year'))
  })

  test('another area begins tomorrow at the earliest, and can be taken back until then', async () => {
    const moved = { ...renamed, code: 'D06', area: 'south' }
    await expect(changeUnit(admin, { ...moved, from: today })).rejects.toMatchObject(
      fault('from', 'from-tomorrow'),
    )
    await changeUnit(admin, { ...moved, from: tomorrow })
    expect((await unitOn('D06', tomorrow))?.area).toBe('south')
    await expect(closeUnit(admin, { code: 'D06', from: today })).rejects.toMatchObject(
      fault('from', 'later-change'),
    )
    await takeBackUnitChange(admin, { code: 'D06', from: tomorrow })
    expect((await unitOn('D06', tomorrow))?.area).toBe('north')
  })

  test('a merged unit begins no more contracts', async () => {
    await expect(closeUnit(admin, { code: 'D13', from: today, into: 'D13' })).rejects.toMatchObject(
      fault('into', 'closed'),
    )
    await expect(closeUnit(admin, { code: 'D13', from: yesterday })).rejects.toMatchObject(
      fault('from', 'from-today'),
    )
    await closeUnit(admin, { code: 'D13', from: today, into: 'D12' })
    expect(await unitOn('D13', today)).toMatchObject({ closed: true, mergedInto: 'D12' })
    await expect(create(registrarOf('D13'), {})).rejects.toMatchObject({ detail: { code: 'forbidden' } })
    await expect(closeUnit(admin, { code: 'D11', from: today, into: 'D13' })).rejects.toMatchObject(
      fault('into', 'closed'),
    )
  })
})

describe('the calendar', () => {
  test('takes days from today on, changes and removes them', async () => {
    const day = addDays(today, 40)
    const given = { day, kind: 'off', nameZh: '测试假日' }
    await putHolidays(admin, { days: [given] })
    await putHolidays(admin, { days: [{ ...given, kind: 'work' }] })
    const calendar = () => inTransaction(admin, (tx) => readCalendar(tx, day, day))
    expect((await calendar()).get(day)).toBe('work')
    expect(await lastTrail()).toMatchObject({
      action: 'calendar.change',
      subject: day,
      details: { before: { kind: 'off' }, after: { kind: 'work' } },
    })
    await removeHoliday(admin, { day })
    expect((await calendar()).size).toBe(0)
  })

  test('leaves days gone by alone, and takes all of a list or nothing', async () => {
    const day = addDays(today, 41)
    const days = [day, yesterday].map((day) => ({ day, kind: 'off', nameZh: '测试假日' }))
    await expect(putHolidays(admin, { days })).rejects.toMatchObject(fault('days.1.day', 'from-today'))
    expect((await sql()`select * from holiday where day = ${day}`).length).toBe(0)
    await expect(removeHoliday(admin, { day: '2024-01-01' })).rejects.toMatchObject(
      fault('day', 'from-today'),
    )
  })
})

describe('code mapping', () => {
  test('writes what changed, forgets what is emptied', async () => {
    expect(await mapCodes(admin, { list: 'unit', codes: { D01: '6601', D02: '', D03: '6603' } })).toEqual({
      changed: 2,
    })
    expect(await mapCodes(admin, { list: 'unit', codes: { D01: '6601', D03: '' } })).toEqual({ changed: 1 })
    expect([...(await nationalCodes(admin, 'unit'))]).toEqual([['D01', '6601']])
    await expect(mapCodes(admin, { list: 'unit', codes: { X99: '1' } })).rejects.toMatchObject(
      fault('codes.X99', 'unknown'),
    )
    await expect(mapCodes(admin, { list: 'nothing', codes: {} })).rejects.toMatchObject(
      fault('list', 'unknown'),
    )
  })
})
