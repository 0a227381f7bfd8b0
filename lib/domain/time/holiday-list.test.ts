import { describe, expect, it } from 'vitest'
import { readHolidayList } from './holiday-list'

describe('a pasted list of holidays', () => {
  it('reads the usual forms of a day and of the two kinds', () => {
    expect(
      readHolidayList(
        '2027-01-01 休 元旦\n\n2027年1月2日，放假，元旦\r\n2027/1/3\t班\t元旦\n２０２７-2-6 off 春节',
      ),
    ).toEqual({
      days: [
        { day: '2027-01-01', kind: 'off', nameZh: '元旦' },
        { day: '2027-01-02', kind: 'off', nameZh: '元旦' },
        { day: '2027-01-03', kind: 'work', nameZh: '元旦' },
        { day: '2027-02-06', kind: 'off', nameZh: '春节' },
      ],
    })
  })

  it.each([
    ['2027-02-30 休 元旦', 1],
    ['2027-01-01 休 元旦\n2027-01-02 节 元旦', 2],
    ['2027-01-01 休', 1],
    ['元旦', 1],
  ])('names the first line it can’t read: %j', (text, wrongLine) => {
    expect(readHolidayList(text)).toEqual({ wrongLine })
  })

  it('reads nothing out of nothing', () => expect(readHolidayList(' \n ')).toEqual({ days: [] }))
})
