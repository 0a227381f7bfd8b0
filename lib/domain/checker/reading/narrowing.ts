/**
 * What narrows a number: a thing that is named before it. Named things are known by the nouns they end with or by the words
 * they are made of; all else in a clause, its verbs, adverbs and praise, narrows nothing and needs not be known.
 */

/** Ends of the names of places. What is one by itself or with 全, 各, 本 before it is the whole. */
const places =
  '市|县|区|州|旗|盟|省|师|镇|乡|园|团场|新城|片区|地区|城市|省份|街道|城市群|都市圈|经济圈|经济带|走廊|省市|国家|(?<=[两三四五六七八九])地'

/** Ends of the names of bodies. */
const bodies =
  '企业|公司|集团|法人|院所|高校|学院|大学|院校|系|研究所|研究院|科研所|农科院|科学院|医院|机构|单位|部门|机关|协会|学会|中心|实验室|基地|平台|联盟|合作社|团体|登记[站点处]|供给方|需求方|(?<=[一-龥]{2})(?:[所系院室处]|(?<!全)部)'

/** Ends of the names of kinds. */
const kinds = '领域|行业|产业|类|型|专业|学科|方向|工程|板块|赛道|方式|渠道|用途|来源|级别|性质'

/** Words that make a name wherever they stand in it. */
const stems = [
  // Where to, where from.
  '流向|流入|输入|输往|销往|投向|来自|源自|引进|跨[省市区]|[省市县区州境国海疆校院域兵]外|(?:[省市县区州境国校院]|疆|域)内(?!容)|外[省市地区县州]|外地|异地|本地|就地|就近|当地|本[省市区县校院](?=企|单|转|落|实|用|内)|周边|沿海|内地|东部|西部|中部|东北|西北|西南|华[东南北中]|京津冀|长三角|长江|黄河|珠三角|大湾区|粤港澳|成渝|[东南西北中]片|[东南西北中]线|郊|主城|全国|相互|之间|互相',
  // Who.
  '买方|购买|买入|购入|采购|受让|承接|大中型|中小|小微|规上|规模以上|民营|国有|国企|央企|[外内]资|港澳台|股份|有限|个体|事业|高新|瞪羚|独角兽|专精特新|科技型|上市|高等|高职|科研(?!经费)|医疗|个人|自然人|农户|乡镇|机关|公司',
  // Of what.
  '人工智能|智能|集成电路|芯片|半导体|软件|信息|数字|互联网|通信|电子|医药|医疗|生物|能源|电池|光伏|风电|氢能|储能|材料|装备|制造|汽车|机械|化工|石化|冶金|采矿|电力|建筑|交通|航空|航天|海洋|船舶|核能|环保|环境|节能|低碳|农业|涉农|林业|畜牧|渔业|种业|育种|食品|水利|纺织|轻工|文化|服务业',
  // In what manner, on what ground.
  '涉及|涉外|涉农|知识产权|专利|著作权|软件著作|新品种|秘密|作价|入股|转让|许可|咨询|开发|转化|产学研|横向|纵向|委托|合作|联合|财政|计划|专项|自选|市场化|进口|出口|贸易|国际|重大|大额|大宗|关键|核心|应用|基础理论|软科学|四技|免税|减免|关联|首[台批]|示范|推广|评价|检测|检验|测试|勘察|监测|中介',
  // In what state.
  '其余|其他|省会|省城|首府|其它|另|除|剩余|余下|受理(?!并|登记|认定|审核)|提交|申报|申请|初审|不予|未|退回|撤销|注销|变更|补登|跨年|结转|续签|到[账款位]|回款|履行|在研|结题|验收|逾期|目标|任务|力争|预计|预期|计划|规划|定额|进度|差距|生产总值|增加值|研发|奖补|补贴|补助|兑付|落地|实施|合格|培养|培训|受训|举办|挂牌|发布|颁发|发放|建立|建成|专职|兼职|从业|纠正|组织|走访|服务(?=[§\\s企])|序时',
  '十[一二三四五]五|[一二三四五六七八九十]五(?=期|时|规|末)',
].join('|')

/** Verbs and words for the whole at which one name ends and another begins. */
const bounds = [
  '全[省市区县州盟校院年国]?(?:范围|上下|系统)?[各所]?|[我本该这][省市区县州校院]?|一[省市区县州地]|各[一-龥]?|兵团|学校|学院共|师市',
  '登记(?![站点处])|认定|审核|备案|签订|签署|签约|新签|订立|成交|达成|交易|完成|实现|取得|办理|输出|流出|产生|创造|承担|贡献|带动|拥有|共计|合计|累计|一共|总计|总[量额数]|平均',
  '作为[卖买]方(?=[签登完的])|技术|合同|市场|项目|份数|项数|数量|金额|规模|比重|比例|水平|增[速幅长]|情况|的',
  '[^\\u4e00-\\u9fa5A-Za-z]',
].join('|')

const between = new RegExp(`(?:${bounds})`)
const placeName = new RegExp(`[一-龥A-Za-z](?:${places})$`)
const bodyName = new RegExp(`[一-龥A-Za-z](?:${bodies})$`)
const kindName = new RegExp(`[一-龥A-Za-z]{2}(?:${kinds})$`)
const stem = new RegExp(stems)

/** Words without weight at the ends of a name. */
const light =
  /^(?:其中|此外|同时|以及|分别|主要|仅|只|就(?![地近])|也|又|还|则|即|而|且|并|都|已|共|有|但|与|及|和|或|等|以|在|于|从|由|到(?![账款位])|至|对|将|被|使|让|为|是|占|按|向|把|较|比|达|中|年内|年度|年末|年底|目前|实际)+|(?:共|有|均|则|以|在|为|是|占|等|仅|达|就|也|还|都|已|又|中|上|下|额|数|量)+$/g

/** A clause without brackets; `§` stands for a subject that is known, `¤` for a measure. */
const relative = /([一-龥]{2,16})的\s*¤/

/** Whether a piece of a clause is the name of a thing. */
const names = (piece: string): boolean =>
  placeName.test(piece) || bodyName.test(piece) || kindName.test(piece) || stem.test(piece)

const bare = (piece: string): string => piece.replace(light, '')

/**
 * The name of what a stretch of text speaks of, if its words say that at all; subjects stand as § in it, measures as ¤. Of a
 * long one the end is what counts.
 */
export function qualifierIn(text: string): string {
  const near = text
    .slice(-60)
    .replace(/\([^()]{0,60}\)?/g, ' ')
    .replace(/§的?(?:重大|大额|大宗)/g, '§')
  const before = /上(?:月|季度?|期)/.exec(near)
  if (before) return before[0]
  const each = /(?<!平均)每[家人天日月所名]/.exec(near.replace(/平均(?=每)/, ''))
  if (each) return each[0]
  const some = /[两三四五六七八九](?:地|[市区县省州院校园])(?![一-龥])/.exec(near)
  if (some) return some[0]
  const named = near.split(between).filter((piece) => names(piece) || names(bare(piece))).map(bare)
  if (named.length > 0) return named.join('')
  // 备受关注的技术合同: a clause of its own before the noun.
  const [, clause = ''] = relative.exec(near) ?? []
  const rest = clause.split(between).map(bare).join('')
  return rest.length < 2 ? '' : rest
}
