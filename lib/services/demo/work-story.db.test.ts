import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { plain } from '@/lib/domain/report/spans'
import { readingsOfWork } from '@/lib/domain/report/testing/readings-of-work'
import { sentencesOf } from '@/lib/domain/report/testing/reported'
import { moveIn, person } from '@/lib/testing/house'
import { readReport } from '../report/read-report'
import { readRegisters } from '../work-records/list'
import { keepWork } from './work-story'

beforeAll(async () => {
  await moveIn()
  await keepWork('2026-11-20')
}, 300_000)
afterAll(() => database().close())

test('the report tells the work of 2024 as the printed one does', async () => {
  const told = new Map(
    sentencesOf(await readReport(person('leader'), { year: 2024 })).map(({ id, said }) => [
      id,
      plain(said.zh),
    ]),
  )
  const work = [...told].filter(([id]) => id in readingsOfWork).map(([, text]) => text)
  expect(work).toEqual([
    '年内，八师、九师、十一师出台了促进科技成果转化相关政策，至此，14 个师市中累计已有 7 个师市出台了科技成果转化相关政策，出台率 50%。',
    '年内，十三师农科所制订了科技成果转化管理办法，17 家高校科研院所累计已有 8 家制订了科技成果转化管理办法，制订率 47.1%。',
    '截至 2024 年 12 月 31 日，“兵团科技成果转化与技术转移平台”已累计发布科技成果 416 项、技术需求 176 项、挂牌成果 160 项、签约成交 4 项。',
    '全年完成成果登记 173 项，其中应用技术成果 140 项，基础理论成果 31 项，软科学成果 2 项。',
    '年内举办了“2024 年北疆科技成果转化与协同创新对接会暨第一届北疆兵团科技创新联盟会议”、“2024 南疆兵团科技创新联盟会议暨产学研对接会”，发布推介科技成果 2,000 余项。',
    '年内新设技术转移机构 2 家：依托“石河子科技成果转移转化中心”设立“新疆科技成果（技术）交易中心石河子分中心”、“国家技术转移西北中心（丝绸之路经济带技术转移中心）新疆兵团分中心”。',
    '年内组织开展培训：技术合同认定登记业务培训 6 场，培训 1,500 人次，发放《技术合同认定登记务实手册》1,000 余份；成果评价与技术转移培训 1 期，培训 197 人次；技术经理人培训 1 期；技术经纪人实训 1 期；科技评估师培训 1 期；取得合格证书 70 余人。',
    '截至年末，兵团持有效资质证书的技术经理人 312 名、技术经纪人 40 名、科技评估师 30 名。',
  ])
})

test('some of the newest records wait, so that the desk has work', async () => {
  const registers = await readRegisters(person('approver'), 2026)
  expect(registers.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(4)
})
