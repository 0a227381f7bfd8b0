import { type Code, entry, under } from './code'

/** CL01 合同类型, in the order of 民法典; sub-types after the recognition rules of 2001 and 2026. */
export const contractType: readonly Code[] = [
  entry('1', '技术开发', 'Technology development'),
  ...under('1', [
    entry('11', '委托开发', 'Commissioned development'),
    entry('12', '合作开发', 'Cooperative development'),
  ]),
  entry('2', '技术转让', 'Technology transfer'),
  ...under('2', [
    entry('21', '技术秘密转让', 'Know-how assignment'),
    entry('22', '专利权转让', 'Patent assignment'),
    entry('23', '专利申请权转让', 'Assignment of the right to apply for a patent'),
    entry('24', '计算机软件著作权转让', 'Software copyright assignment'),
    entry('25', '集成电路布图设计专有权转让', 'Assignment of layout-design rights of integrated circuits'),
    entry('26', '植物新品种权转让', 'Plant variety right assignment'),
    entry('27', '生物、医药新品种权转让', 'Assignment of new biological or medical variety rights'),
    entry('28', '技术入股', 'Technology contributed as equity'),
    entry('29', '其他知识产权转让', 'Assignment of other intellectual property'),
  ]),
  entry('3', '技术许可', 'Technology licence'),
  ...under('3', [
    entry('31', '专利实施许可', 'Patent licence'),
    entry('32', '技术秘密使用许可', 'Know-how licence'),
    entry('33', '计算机软件著作权许可', 'Software copyright licence'),
    entry('34', '集成电路布图设计专有权许可', 'Licence of layout-design rights of integrated circuits'),
    entry('35', '植物新品种权许可', 'Plant variety right licence'),
    entry('36', '生物、医药新品种权许可', 'Licence of new biological or medical variety rights'),
    entry('39', '其他知识产权许可', 'Licence of other intellectual property', { names: ['其他许可'] }),
  ]),
  entry('4', '技术咨询', 'Technical consulting'),
  entry('5', '技术服务', 'Technical service'),
  ...under('5', [
    entry('51', '一般技术服务', 'General technical service'),
    entry('52', '技术中介', 'Technology brokerage'),
    entry('53', '技术培训', 'Technical training'),
  ]),
]

/** CL04 技术领域: the eleven classes of the national tree. Second levels enter as the national dictionary becomes known. */
export const techField: readonly Code[] = [
  entry('01', '电子信息', 'Electronic information'),
  entry('02', '航空航天', 'Aerospace'),
  entry('03', '先进制造', 'Advanced manufacturing'),
  entry('04', '生物、医药和医疗器械', 'Biology, medicine and medical devices'),
  entry('05', '新材料及其应用', 'New materials and their applications'),
  entry('06', '新能源与高效节能', 'New energy and energy efficiency'),
  entry('07', '环境保护与资源综合利用', 'Environmental protection and resource use', { whole: true }),
  ...under('07', [
    entry('0701', '大气污染防治', 'Air pollution control'),
    entry('0702', '水污染防治', 'Water pollution control'),
    entry('0703', '固体废弃物处理与综合利用', 'Solid waste treatment and use'),
    entry('0704', '环境监测及环境生态保护', 'Environmental monitoring and ecological protection'),
    entry('0705', '噪声及辐射污染防治', 'Noise and radiation control'),
    entry('0706', '资源综合利用', 'Comprehensive use of resources'),
    entry('0799', '其他环境保护技术', 'Other environmental technology'),
  ]),
  entry('08', '核应用', 'Nuclear applications'),
  entry('09', '农业', 'Agriculture'),
  entry('10', '现代交通', 'Modern transport'),
  entry('11', '城市建设与社会发展', 'Urban construction and social development'),
]

/** CL05 社会经济目标, after GB/T 24450-2009: the goal decides, not the content or the party's industry. */
export const socioGoal: readonly Code[] = [
  entry('01', '环境保护、生态建设及污染防治', 'Environment, ecology and pollution control'),
  entry('02', '能源生产、分配和合理利用', 'Production, distribution and rational use of energy'),
  entry('03', '卫生事业发展', 'Health'),
  entry('04', '教育事业发展', 'Education'),
  entry('05', '基础设施以及城市和农村规划', 'Infrastructure, urban and rural planning'),
  entry('06', '社会发展和社会服务', 'Social development and services'),
  entry('07', '地球和大气层的探索与利用', 'Exploration and use of the Earth and atmosphere'),
  entry('08', '民用空间探测及开发', 'Civil exploration and use of space'),
  entry('09', '农林牧渔业发展', 'Agriculture, forestry, husbandry and fishery'),
  entry('10', '工商业发展', 'Industry and commerce'),
  entry('11', '非定向研究', 'Non-oriented research'),
  entry('12', '其他民用目标', 'Other civil goals'),
  entry('13', '国防', 'Defence'),
]

/** CL06 计划来源: the five groups of the national statistics, the Corps' own plans as sub-codes of groups 3 and 4. */
export const planSource: readonly Code[] = [
  entry('1', '国家科技计划', 'National science and technology plans', { whole: true }),
  ...under('1', [
    entry('11', '国家自然科学基金', 'National Natural Science Foundation'),
    entry('12', '国家科技重大专项', 'National science and technology major projects'),
    entry('13', '国家重点研发计划', 'National key R&D programme'),
    entry('14', '技术创新引导专项（基金）', 'Technology innovation guidance fund'),
    entry('15', '基地和人才专项', 'Bases and talent programme'),
    entry('19', '其他国家科技计划', 'Other national plans'),
  ]),
  entry('2', '部门计划', 'Ministry plans'),
  entry('3', '省、自治区、直辖市及计划单列市计划', 'Provincial-level plans', { names: ['省级计划'] }),
  ...under('3', [
    entry('31', '兵团级计划', 'Plans of the Corps', { names: ['省级（兵团）计划', '兵团计划'] }),
    entry('32', '自治区计划', 'Plans of the Autonomous Region', { names: ['新疆维吾尔自治区计划'] }),
    entry('33', '其他省（区、市）计划', 'Plans of other provinces'),
  ]),
  entry('4', '地市县计划', 'Prefecture and county plans'),
  ...under('4', [
    entry('41', '师市级计划', 'Division plans', { names: ['地市县（师市）计划', '师市计划'] }),
    entry('42', '团镇级计划', 'Regiment and town plans'),
    entry('43', '地方地州县计划', 'Local prefecture and county plans'),
  ]),
  entry('9', '计划外', 'Outside any plan'),
]

/** CL07 知识产权类别. `9` excludes every other choice. */
export const ipKind: readonly Code[] = [
  entry('1', '技术秘密', 'Know-how'),
  entry('2', '专利', 'Patent'),
  ...under('2', [
    entry('21', '发明专利', 'Invention patent', { names: ['发明'] }),
    entry('22', '实用新型专利', 'Utility model', { names: ['实用新型'] }),
    entry('23', '外观设计专利', 'Design patent', { names: ['外观设计'] }),
  ]),
  entry('3', '计算机软件著作权', 'Software copyright', { names: ['计算机软件'] }),
  entry('4', '集成电路布图设计专有权', 'Layout design of integrated circuits', {
    names: ['集成电路布图设计'],
  }),
  entry('5', '动植物新品种权', 'Plant or animal variety right', { names: ['植物新品种权', '动植物新品种'] }),
  entry('6', '生物、医药新品种权', 'New biological or medical variety right', {
    names: ['生物、医药新品种'],
  }),
  entry('7', '设计著作权', 'Copyright in designs'),
  entry('8', '其他知识产权', 'Other intellectual property', { names: ['其他'] }),
  entry('9', '未涉及知识产权', 'No intellectual property involved', { names: ['未涉及'] }),
]

/** CL10 技术流向, by the buyer: the Corps by its flag, not its region code; 疆外 holds all the rest, abroad included. */
export const flow: readonly Code[] = [
  entry('1', '流向兵团', 'To the Corps', { names: ['兵团'] }),
  entry('2', '流向地方', 'To Xinjiang outside the Corps', { names: ['新疆地方', '地方'] }),
  entry('3', '流向疆外', 'Beyond Xinjiang', { names: ['疆外', '境外', '流向境外'] }),
]

/** The flow of a contract, from its buyer. `region` is the GB/T 2260 code, absent for a buyer abroad. */
export function flowOf(buyerIsXpcc: boolean, region: string | null | undefined): '1' | '2' | '3' {
  if (buyerIsXpcc) return '1'
  return region?.startsWith('65') ? '2' : '3'
}
