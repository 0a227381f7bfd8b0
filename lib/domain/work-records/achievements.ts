import { day, papers, remarks, text } from './common-fields'
import { inOrder, workKind } from './kind'

const RULES = '《科技成果登记办法》'
/** Region or department 3, year 4, letter of the class 1, serial 4. */
const NUMBER = /^\d{3}(\d{4})([YJR])\d{4}$/

/** 成果登记 (domain.md §10.3): achievements registered in the year, by class. */
export const achievements = workKind({
  words: { zh: '成果登记', en: 'Registered achievements' },
  intro: {
    zh: '按《科技成果登记办法》登记的科技成果。涉密成果不得录入。',
    en: 'Achievements registered under the measures on their registration; none that is classified.',
  },
  owners: 'anyone',
  fields: {
    isSecret: {
      kind: 'flag',
      label: { zh: '是否涉及国家秘密', en: 'Contains state secrets' },
      help: { zh: '涉密成果不得在本系统录入。', en: 'One with state secrets must not be entered here.' },
      required: 'always',
      forbids: true,
    },
    number: {
      kind: 'text',
      label: { zh: '批准登记号', en: 'Registration number' },
      help: {
        zh: '12 位：地方或部门代码 3 位、年份 4 位、类别字母 1 位（Y 应用技术、J 基础理论、R 软科学）、顺序号 4 位。',
        en: 'Twelve characters: region 3, year 4, letter of the class (Y, J, R), serial 4.',
      },
      required: 'always',
      maxLength: 12,
      pattern: NUMBER,
      patternHelp: {
        zh: '应为 12 位，形如 6602024Y0001。',
        en: 'must have twelve characters, such as 6602024Y0001.',
      },
      source: RULES,
    },
    name: { ...text('成果名称', 'Achievement', 'always', 200), minLength: 4 },
    class: {
      kind: 'code',
      list: 'achievementClass',
      label: { zh: '成果类别', en: 'Class' },
      required: 'always',
    },
    completedBy: text('第一完成单位', 'First completing body', 'always'),
    people: text('主要完成人', 'People', 'never', 200),
    startedOn: day('研究起始日期', 'Begun on'),
    endedOn: day('研究终止日期', 'Ended on'),
    recommendedBy: text('推荐单位', 'Recommended by'),
    approvedBy: text('批准登记单位', 'Registered by', 'always'),
    registeredOn: day('批准登记日期', 'Registered on', 'always'),
    nature: {
      kind: 'code',
      list: 'achievementNature',
      label: { zh: '成果属性', en: 'Nature' },
      required: 'never',
    },
    stage: {
      kind: 'code',
      list: 'achievementStage',
      label: { zh: '成果所处阶段', en: 'Stage' },
      required: 'never',
    },
    evaluation: {
      kind: 'code',
      list: 'achievementEvaluation',
      label: { zh: '评价方式', en: 'Evaluated by' },
      required: 'never',
    },
    techField: {
      kind: 'code',
      list: 'techField',
      label: { zh: '技术领域', en: 'Field of technology' },
      required: 'never',
    },
    keywords: text('关键词', 'Keywords'),
    papers,
    remarks,
  },
  title: 'name',
  day: 'registeredOn',
  identity: ['number'],
  columns: ['number', 'class', 'completedBy', 'registeredOn'],
  rules: [
    {
      id: 'W10',
      path: 'isSecret',
      message: {
        zh: '涉密成果不得在本系统录入，请按保密规定线下办理。',
        en: 'A classified achievement must not be entered here; it is handled offline.',
      },
      source: '《保守国家秘密法》',
      holds: ({ isSecret }) => isSecret !== true,
      fails: { isSecret: true },
    },
    {
      id: 'W11',
      path: 'number',
      message: {
        zh: '批准登记号中的年份与批准登记日期不一致。',
        en: 'The year in the number differs from the day of registration.',
      },
      source: RULES,
      holds: ({ number, registeredOn }) => {
        const [, year] = NUMBER.exec(number ?? '') ?? []
        return year === undefined || registeredOn === undefined || registeredOn.startsWith(year)
      },
      fails: { number: '6602023Y0007' },
    },
    {
      id: 'W12',
      path: 'class',
      message: {
        zh: '成果类别与批准登记号中的类别字母不一致。',
        en: 'The class differs from the letter in the number.',
      },
      source: RULES,
      holds: ({ number, class: of }) => {
        const [, , letter] = NUMBER.exec(number ?? '') ?? []
        return letter === undefined || of === undefined || letter === of
      },
      fails: { class: 'R' },
    },
    {
      id: 'W13',
      path: 'endedOn',
      message: { zh: '研究终止日期不能早于起始日期。', en: 'It can’t end before it begins.' },
      source: RULES,
      holds: ({ startedOn, endedOn }) => inOrder(startedOn, endedOn),
      fails: { endedOn: '2020-12-31' },
    },
  ],
  example: {
    isSecret: false,
    number: '6602024Y0007',
    name: '棉花膜下滴灌精量调控技术',
    class: 'Y',
    completedBy: '新疆农垦科学院',
    startedOn: '2021-01-01',
    endedOn: '2023-12-31',
    approvedBy: '兵团科技局',
    registeredOn: '2024-05-16',
    nature: '1',
    stage: '3',
    evaluation: '1',
    techField: '09',
  },
})
