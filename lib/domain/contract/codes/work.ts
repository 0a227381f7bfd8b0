import { type Code, entry } from './code'

/** Kinds of a division's policy (domain.md §10.1). */
export const policyKind: readonly Code[] = [
  entry('1', '实施意见', 'Implementing opinion'),
  entry('2', '管理办法', 'Measures', { names: ['办法'] }),
  entry('3', '奖补细则', 'Rules on subsidies', { names: ['奖补办法'] }),
  entry('9', '其他政策', 'Other policy', { names: ['其他'] }),
]

const divisionInstitutes = [
  ['一师', '1st'],
  ['二师', '2nd'],
  ['三师', '3rd'],
  ['四师', '4th'],
  ['五师', '5th'],
  ['六师', '6th'],
  ['七师', '7th'],
  ['八师', '8th'],
  ['九师', '9th'],
  ['十师', '10th'],
  ['十一师', '11th'],
  ['十二师', '12th'],
  ['十三师', '13th'],
  ['十四师', '14th'],
] as const

/**
 * 兵团高校科研院所名录 as the report of 2024 counts it: 17. Which of them are on the list on a day, and those that joined
 * since, whose name is their code, the register says (`work-records/institutions.ts`).
 */
export const institution: readonly Code[] = [
  entry('U01', '石河子大学', 'Shihezi University'),
  entry('U02', '塔里木大学', 'Tarim University'),
  entry('I01', '新疆农垦科学院', 'Xinjiang Academy of Agricultural and Reclamation Science'),
  ...divisionInstitutes.map(([zh, en], index) =>
    entry(
      `A${String(index + 1).padStart(2, '0')}`,
      `${zh}农科所`,
      `${en} Division Institute of Agricultural Science`,
      { names: [`${zh}农业科学研究所`] },
    ),
  ),
]

/** Class of an achievement; the code is the letter in its number (科技成果登记办法). */
export const achievementClass: readonly Code[] = [
  entry('Y', '应用技术成果', 'Applied technology', { names: ['应用技术'] }),
  entry('J', '基础理论成果', 'Basic theory', { names: ['基础理论'] }),
  entry('R', '软科学成果', 'Soft science', { names: ['软科学'] }),
]

export const achievementNature: readonly Code[] = [
  entry('1', '原始性创新', 'Original'),
  entry('2', '国外引进消化吸收创新', 'Built on imported technology'),
  entry('3', '国内技术二次开发', 'Built on domestic technology'),
]

export const achievementStage: readonly Code[] = [
  entry('1', '初期阶段', 'Early stage', { names: ['初期'] }),
  entry('2', '中期阶段', 'Middle stage', { names: ['中期'] }),
  entry('3', '成熟应用阶段', 'In mature use', { names: ['成熟应用'] }),
]

export const achievementEvaluation: readonly Code[] = [
  entry('1', '验收', 'Acceptance'),
  entry('2', '评价', 'Evaluation', { names: ['成果评价'] }),
  entry('3', '评审', 'Review'),
  entry('4', '知识产权授权', 'Granted intellectual property'),
  entry('9', '其他方式', 'Other', { names: ['其他'] }),
]

export const eventKind: readonly Code[] = [
  entry('1', '对接会', 'Matchmaking meeting'),
  entry('2', '联盟会议', 'Meeting of an alliance'),
  entry('3', '路演', 'Roadshow'),
  entry('4', '宣传推介', 'Promotion', { names: ['宣介'] }),
  entry('9', '其他活动', 'Other event', { names: ['其他'] }),
]

export const eventArea: readonly Code[] = [
  entry('north', '北疆', 'Northern Xinjiang'),
  entry('south', '南疆', 'Southern Xinjiang'),
  entry('beyond', '疆外', 'Beyond Xinjiang'),
]

export const trainingKind: readonly Code[] = [
  entry('1', '技术合同认定登记业务培训', 'Training on the registration of contracts', {
    names: ['登记业务培训'],
  }),
  entry('2', '成果评价与技术转移培训', 'Training on evaluation and technology transfer'),
  entry('3', '技术经理人培训', 'Training of technology managers'),
  entry('4', '技术经纪人实训', 'Training of technology brokers'),
  entry('5', '科技评估师培训', 'Training of technology assessors'),
  entry('9', '其他培训', 'Other training', { names: ['其他'] }),
]

export const managerKind: readonly Code[] = [
  entry('1', '技术经理人', 'Technology manager'),
  entry('2', '技术经纪人', 'Technology broker'),
  entry('3', '科技评估师', 'Technology assessor'),
]

export const managerLevel: readonly Code[] = [
  entry('1', '初级', 'Junior'),
  entry('2', '中级', 'Intermediate'),
  entry('3', '高级', 'Senior'),
]

export const bodyKind: readonly Code[] = [
  entry('1', '分中心', 'Branch centre'),
  entry('2', '技术转移中心', 'Technology transfer centre'),
  entry('3', '技术转移示范机构', 'Model institution of technology transfer', { names: ['示范机构'] }),
  entry('9', '其他机构', 'Other body', { names: ['其他'] }),
]

export const bodyLevel: readonly Code[] = [
  entry('1', '国家级', 'National'),
  entry('2', '兵团（省部）级', 'Of the Corps or a province', { names: ['兵团级', '省部级'] }),
  entry('3', '师市级', 'Of a division'),
]
