import 'server-only'
import { atTime } from '@/db/clock'
import type { FigureSlot, Manuscript, Own } from '@/lib/domain/report/manuscript/model'
import { saveManuscript } from '../report/save-manuscript'
import { officeHours } from './bring'
import { person } from './people'

const figure = (
  table: string,
  members: readonly string[],
  measure: 'turnover' | 'turnoverGrowth',
): FigureSlot => ({ kind: 'figure', table, members: [...members], measure, wan: true })

type Text = Pick<Own, 'id' | 'chapter' | 'zh' | 'en'> & Partial<Pick<Own, 'slots' | 'sources'>>

const own = (text: Text): Own => ({ kind: 'own', slots: {}, sources: [], ...text })

const opinion = '《兵团关于进一步促进科技成果转化的实施意见》'
const source = (...digits: string[]) => digits.map((one) => ({ digits: one, source: `${opinion}文号及正文` }))

const opinionOfTheYear = own({
  id: 'own-20240001',
  chapter: 'opening',
  zh: `2024 年，兵团技术市场工作积极发挥科技创新促进高质量发展的功能作用，认真落实国家科技成果转化方面的改革任务，推动落实${opinion}（新兵发〔2023〕32 号），大力开展科技成果转化和技术转移活动，技术转移服务体系不断完善，技术要素市场功能进一步增强，创新驱动高质量发展取得新成效。`,
  en: 'In 2024 the technology market of the Corps carried on the reforms of turning science to use, put into practice the Corps’ Opinions on Promoting the Use of Scientific Achievements (新兵发〔2023〕32 号), and went on building services of technology transfer.',
  sources: source('2023', '32'),
})

const reward = own({
  id: 'own-20240002',
  chapter: 'opening',
  zh: '兵团各师市、高校科研院所积极落实兵团关于成果转化奖励不低于净收益 70% 的鼓励政策。',
  en: 'Divisions and institutions put into practice the Corps’ policy that no less than 70% of the net income from an achievement goes to those who made it.',
  sources: source('70%'),
})

const platform = own({
  id: 'own-20240003',
  chapter: 'opening',
  zh: '积极开展“兵团科技成果转化与技术转移平台”示范应用，并在北疆首届科技创新交流对接会上宣传推介。',
  en: 'The platform of the Corps for technology transfer was put to exemplary use and presented at the first meeting of northern Xinjiang on scientific exchange.',
})

const bodies = own({
  id: 'own-20240004',
  chapter: 'opening',
  zh: '塔里木大学南疆技术转移中心、石河子大学技术转移机构实体化运营，成果转移转化功能进一步增强：塔里木大学全年登记技术合同成交额 {塔里木大学·成交额·万元}，比上年增长 {塔里木大学·成交额同比}；石河子大学 {石河子大学·成交额·万元}，增长 {石河子大学·成交额同比}（{表·各师、院校技术合同登记量}）。',
  en: 'The transfer centres of Tarim University and Shihezi University now work as entities of their own: Tarim University registered a turnover of {塔里木大学·成交额·万元}, up {塔里木大学·成交额同比} on last year, Shihezi University {石河子大学·成交额·万元}, up {石河子大学·成交额同比} ({表·各师、院校技术合同登记量}).',
  slots: {
    塔里木大学·成交额·万元: figure('units', ['U02'], 'turnover'),
    塔里木大学·成交额同比: figure('units', ['U02'], 'turnoverGrowth'),
    石河子大学·成交额·万元: figure('units', ['U01'], 'turnover'),
    石河子大学·成交额同比: figure('units', ['U01'], 'turnoverGrowth'),
    '表·各师、院校技术合同登记量': { kind: 'exhibit', to: 'table-units' },
  },
})

const migration = own({
  id: 'own-20240005',
  chapter: 'opening',
  zh: '认真贯彻落实工信部办公厅《关于做好 2024 年技术合同认定登记工作的通知》精神，做好“全国技术合同管理与服务系统”由科技部政务平台向工信部政务平台的迁移工作，对登记机构及登记主体进行业务培训，实现了系统迁移平稳过渡。',
  en: 'Following the notice of the Ministry of Industry and Information Technology on registration in 2024, the national system of technology contracts was moved from one ministry’s platform to the other’s without a break, after training for offices and registering parties.',
})

const need = own({
  id: 'own-20240006',
  chapter: 'flows',
  zh: '流入成交额远高于流出，表明兵团技术需求旺盛，内部有效供给不足。',
  en: 'That far more flows in than out shows how much technology the Corps needs and how little of it is made at home.',
})

/** What the printed report of 2024 says that no register can know, with its figures as slots, where the print has it. */
const manuscript: Manuscript = {
  chapters: [],
  order: {
    opening: [
      opinionOfTheYear.id,
      'paragraph-opening.total',
      reward.id,
      'paragraph-opening.policies',
      platform.id,
      'paragraph-opening.platform',
      'paragraph-opening.events',
      bodies.id,
      'paragraph-opening.trainings',
      migration.id,
      'paragraph-opening.self-audit',
    ],
    flows: ['paragraph-inflow.total', need.id],
  },
  hidden: [],
  own: [opinionOfTheYear, reward, platform, bodies, migration, need],
}

/** The auditor writes around the report of 2024 before it goes under review. */
export async function writeReport(): Promise<void> {
  await atTime(officeHours('2025-01-10'), () =>
    saveManuscript(person('auditor'), {
      report: { year: 2024, unit: null },
      base: 0,
      content: manuscript,
    }),
  )
}
