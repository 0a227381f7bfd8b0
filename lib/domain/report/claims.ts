import type { Words } from '../words'

const w = (zh: string, en: string): Words => ({ zh, en })

/** What each claim of a sentence asserts of the year's data, which have to bear it out for the sentence to be said. */
const claims: Readonly<Record<string, Words>> = {
  // Opening
  total: w('登记的合同数与成交额之和', 'How many contracts were registered, and their turnover'),
  'nothing registered': w('本年没有登记的合同', 'No contract of the year is registered'),
  'no turnover': w(
    '有登记的合同，成交额之和为零',
    'Contracts are registered, their turnover adds up to zero',
  ),
  'highest ever': w(
    '成交额严格高于此前每一个有记载的年份',
    'Turnover is strictly above that of every earlier year on record',
  ),
  'place among years': w(
    '成交额在有记载的年份中从高到低的位次',
    'The place of the turnover among all years on record, the highest first',
  ),
  audited: w('已结束的一次自查的结果', 'What one closed self-audit came to'),
  'audited several times': w('已结束的各次自查结果之和', 'What the closed self-audits came to together'),
  // The work of the year, from the registers of work
  'divisions that issued a policy': w(
    '本年首次有施行中政策的师市，以经确认的台账为准',
    'Divisions whose policy came into force this year, by confirmed records',
  ),
  'divisions with a policy': w(
    '期末有施行中政策的师市数，除以师市总数',
    'Divisions with a policy in force at the end, against all divisions',
  ),
  'policies issued': w(
    '本年出台的政策，以经确认的台账为准',
    'Policies issued in the year, by confirmed records',
  ),
  'institutions that adopted a measure': w(
    '本年首次制订办法的高校科研院所，以经确认的台账为准',
    'Institutions whose measure came into force this year, by confirmed records',
  ),
  'institutions with a measure': w(
    '期末有施行中办法的高校科研院所数，除以当日名录中的总数',
    'Institutions with a measure in force at the end, against those on the list of that day',
  ),
  platform: w('平台最近一期经确认的累计数', 'The latest confirmed running totals of the platform'),
  'achievements by class': w(
    '本年登记的成果数及其各类之和，以经确认的台账为准',
    'Achievements registered in the year and their classes, by confirmed records',
  ),
  events: w('本年举办的活动，以经确认的台账为准', 'Events held in the year, by confirmed records'),
  presented: w('各场活动发布推介成果数之和', 'Achievements presented at the events, added up'),
  'bodies set up': w(
    '本年设立的技术转移机构，以经确认的台账为准',
    'Transfer bodies set up in the year, by confirmed records',
  ),
  trainings: w(
    '本年举办的培训及其场次、人次之和，以经确认的台账为准',
    'Trainings of the year with their sessions and attendances added up, by confirmed records',
  ),
  certificates: w('各期培训取得合格证书人数之和', 'Certificates issued by the trainings, added up'),
  'holders of a certificate': w(
    '期末证书在有效期内的技术经理人，同一人只计一次',
    'People whose certificate is valid at the end, each counted once',
  ),
  // Against the year before
  volume: w('本年与上年的登记总量', 'The sums of the year and of the year before'),
  'nothing against last year': w(
    '本年没有可与上年相比的登记量',
    'The year has nothing to set against the year before',
  ),
  mean: w('成交额之和除以合同数', 'Turnover divided by the number of contracts'),
  'mean rose': w('平均成交额高于上年', 'The mean is above last year’s'),
  'mean fell': w('平均成交额低于上年', 'The mean is below last year’s'),
  'mean level': w('平均成交额与上年相等', 'The mean equals last year’s'),
  'all grew': w('所列各项成交额都高于上年', 'Each of those named has more turnover than last year'),
  'all fell': w('所列各项成交额都低于上年', 'Each of those named has less turnover than last year'),
  'all but some grew': w(
    '除所列一两项外，其余成交额都高于上年',
    'All but the one or two named have more turnover than last year',
  ),
  'all but some fell': w(
    '除所列一两项外，其余成交额都低于上年',
    'All but the one or two named have less turnover than last year',
  ),
  'some grew, some fell': w(
    '分别列出成交额高于和低于上年的各项',
    'Those above and those below last year, each named',
  ),
  level: w('所列各项成交额都与上年相等', 'Each of those named has the turnover of last year'),
  'grew most': w(
    '有上年基数的各项中，成交额增幅最大',
    'The greatest growth of turnover among those with a base last year',
  ),
  'grew most together': w('几项增幅相同，并列最大', 'Several share the greatest growth'),
  'increased most': w('成交额增加的数额最大', 'The greatest increase of turnover in money'),
  // Places and shares
  'first place': w('成交额严格高于其他各项', 'Turnover strictly above that of every other'),
  'share first place': w('成交额相等，且高于其余各项', 'Equal turnover, above that of all others'),
  second: w('成交额仅次于首位，且没有并列', 'Turnover next to the first, shared with none'),
  largest: w('成交额严格高于其他各类', 'Turnover strictly above that of every other type'),
  'largest together': w('成交额相等，且高于其余各类', 'Equal turnover, above that of all other types'),
  'small shares': w('占比低于所设的界限', 'Shares below the bound that is named'),
  'after them above the bound': w(
    '其后成交额超过所设界限的各项，从高到低',
    'Those after them above the bound that is named, the greatest first',
  ),
  // Units
  'units above the bound': w(
    '成交额超过所设界限的单位，从高到低',
    'Units whose turnover is above the bound, the greatest first',
  ),
  'no unit above the bound': w('没有单位的成交额超过所设界限', 'No unit’s turnover is above the bound'),
  'grew by more': w('成交额增幅超过所设界限的单位', 'Units whose turnover grew by more than the bound'),
  'no unit grew by more': w(
    '没有单位的成交额增幅超过所设界限',
    'No unit’s turnover grew by more than the bound',
  ),
  'turnover from nothing': w(
    '上年成交额为零、本年不为零的单位',
    'Units with turnover this year and none last year',
  ),
  'units without a registration': w(
    '本年没有登记合同的单位',
    'Units without a registered contract this year',
  ),
  'no unit without a registration': w('每个单位都有登记合同', 'Every unit has a registered contract'),
  // North and south
  'shares of the areas': w(
    '北疆、南疆各单位成交额之和及其占比',
    'The turnover of the units in the north and in the south, and their shares',
  ),
  'ratio of the areas': w('南北疆成交额之比', 'The turnover of one area against the other'),
  'areas are equal': w('南北疆成交额相等', 'North and south have equal turnover'),
  'areas were equal': w('上年南北疆成交额相等', 'North and south were equal last year'),
  'areas changed places': w('领先的一方与上年不同', 'Another area leads than last year'),
  'wider gap': w('成交额之比大于上年', 'The ratio is greater than last year'),
  'narrower gap': w('成交额之比小于上年', 'The ratio is smaller than last year'),
  'same gap': w('成交额之比与上年相等', 'The ratio equals last year’s'),
  // Plans
  'shares of both': w(
    '财政计划项目与计划外项目各自的合同数、成交额和占比',
    'Contracts, turnover and shares of publicly planned and of other projects',
  ),
  'change of both': w('两类项目成交额各自与上年相比', 'The turnover of both kinds against last year'),
  halves: w('两类项目成交额相等', 'Both kinds have equal turnover'),
  'public over half': w('财政计划项目成交额超过一半', 'Planned projects have more than half of the turnover'),
  'outside over half': w('计划外项目成交额超过一半', 'Other projects have more than half of the turnover'),
  'share rose': w('占比高于上年', 'The share is above last year’s'),
  'share fell': w('占比低于上年', 'The share is below last year’s'),
  'share level': w('占比与上年相等', 'The share equals last year’s'),
  // Flow
  'shares of the flows': w(
    '按买方所在地分的合同数、成交额和占比',
    'Contracts, turnover and shares by where the buyer is',
  ),
  alike: w('疆内与疆外成交额相等', 'Turnover within and beyond Xinjiang is equal'),
  'all inside': w('没有流向疆外的成交额', 'No turnover goes beyond Xinjiang'),
  'all beyond': w('没有流向疆内的成交额', 'No turnover stays within Xinjiang'),
  'mostly inside': w('疆内成交额超过一半', 'More than half of the turnover stays within Xinjiang'),
  'mostly beyond': w('疆外成交额超过一半', 'More than half of the turnover goes beyond Xinjiang'),
  inflow: w('在外地登记、由兵团购买的合同之和', 'Contracts registered elsewhere and bought by the Corps'),
  'more inflow': w('流入成交额大于流出', 'More turnover flows in than out'),
  'more outflow': w('流出成交额大于流入', 'More turnover flows out than in'),
  'inflow equals outflow': w('流入与流出成交额相等', 'As much turnover flows in as out'),
  imports: w('技术进口合同的项数与成交额', 'Contracts of technology import and their turnover'),
  'no import': w('没有技术进口合同', 'There is no contract of technology import'),
  // Parties
  enterprises: w(
    '卖方为企业的合同数、成交额和占比',
    'Contracts, turnover and share of enterprises as sellers',
  ),
  'no enterprise': w('没有卖方为企业的合同', 'No enterprise sold anything'),
  'enterprises alone': w('卖方全部是企业', 'Enterprises alone sold'),
  institutions: w(
    '卖方不是企业的各类合同数、成交额和占比',
    'Contracts, turnover and share of sellers other than enterprises',
  ),
  'enterprises over half': w('企业成交额超过一半', 'Enterprises have more than half of the turnover'),
  'largest group': w('成交额占比高于其他各类主体', 'A greater share than any other group'),
  'groups share first place': w(
    '几类主体成交额相等，且高于其余各类',
    'Several groups have equal turnover, above all others',
  ),
  'parts rounded apart': w(
    '所印各部分之和与所印合计略有出入',
    'The printed parts don’t add up to the printed whole',
  ),
  // Sizes
  'order of the bands': w('各区间成交额从高到低的次序', 'The bands by turnover, the greatest first'),
  'large contracts': w('成交额 1 亿元及以上的合同', 'Contracts of 100 million yuan and above'),
  'no large contract': w('没有成交额 1 亿元及以上的合同', 'No contract of 100 million yuan or above'),
}

/** A claim in words; null for one that nobody has worded. */
export const claimWords = (claim: string): Words | null => claims[claim] ?? null
