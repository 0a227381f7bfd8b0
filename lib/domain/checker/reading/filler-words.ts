/** Words around a number that say nothing of what it is of. What is left of a clause without them narrows it. Longer before shorter. */
const words = [
  // The whole, by its many names.
  '全[省市区县州盟校院年]|[我本][省市区县州校院年]|全兵团|兵团|学校|师市|院校|各师|各地|全体|全部|整体|总体|总共|共计|合计|累计|一共|总计|总量|总数|平均水平|平均',
  // Registering and concluding, in whatever words.
  '认定登记|登记备案|审核登记|办理登记|登记|认定|审核|备案|签订|签署|签约|订立|成交|达成|交易|完成|实现|取得|办理|输出|流出|产生|创造|贡献|带动|拥有|具有|承担|核定',
  // What is measured, and by what.
  '技术合同|技术市场|技术交易|技术|合同|领域|项目|类型|类别|类|份数|项数|数量|金额|数额|规模|总额|总值|均值|增速|增幅|增长率|比重|比例|水平|指标|数据',
  '[卖买]方|方面|统计显示|据统计|统计|显示|表明|情况|来看|看|分别|依次|均|各',
  // How it moved and how much is made of it.
  '[省市区县]?下达|高[于出]|低于|超出|多出|领先|落后|快于|慢于|多于|少于|继续|持续|保持|稳居|稳步|稳定|平稳|快速|高速|较快|大幅度?|小幅度?|略有?|明显|显著|有所|进一步|不断|再次|首次|首先|历史|新高|新低|创下?|刷新|纪录|呈现|呈|态势|趋势|势头|良好|强劲|迅猛|双双|一举|成功|顺利|提前|如期|超额|较为|十分|非常|相当|最',
  '达到?了?|高达|多达|仅仅|仅有?|只有?|就|也|又|还|却|则|即|而|且|并|都|已经?|共有?|但|约|近|超|逾|突破|跨越|过|左右|同样|同步|相应|其中|此外|同时|以及|及|与|和|或|等|以|在|于|从|由|到|至|对|将|被|使|让|为|是|有|占|居|列|位|排|名|跃居|跃升|上升|下降|增长|增加|减少|提高|提升|扩大|缩小|当年|年度|年末|年底|年内|年间|期间|期|截至|截止|底|目前|今|日前|报告|一年|来|按|分|说|该|此|这|那|之|的|地|得|了|着|上|时|个|项|份|件|家|种|者|额|数|值|率|比|间|可|能|总|共',
  '表现|突出|活跃|抢眼|亮眼|喜人|主导|主要|主体|主力|地位|作用|优势|特点|成为|构成|组成|形成|占据|处于|支撑|拉动|推动|集中|优化|结构|比较|相对|相比|对比|运行|发展|变化|变动|波动|幅度|台阶|大关|关口|单项|单笔|单个|每项|每份|计算',
].join('|')

/** Parentheses, a grand word for contracts whose size is said already, and all of the above. */
const noise = `\\([^()]{0,60}\\)?|(?<=§的?)(?:重大|大额|大宗)|§|${words}|[^\\u4e00-\\u9fa5A-Za-z]`
const every = new RegExp(noise, 'g')
const around = new RegExp(`^(?:${noise})+|(?:${noise})+$`, 'g')

/**
 * The name of what a stretch of text speaks of, if its words say that at all; subjects stand as § in it. Of a long one the
 * end is what counts.
 */
export function qualifierIn(text: string): string {
  const near = text.slice(-60)
  const before = /上(?:月|季度?|期)/.exec(near)
  if (before) return before[0]
  const each = /(?<!平均)每[家人天日月所名]/.exec(near.replace(/平均(?=每)/, ''))
  if (each) return each[0]
  const some = /[两三四五六七八九](?:地|[市区县省州院校])(?![一-龥])/.exec(near)
  if (some) return some[0]
  if (near.replace(every, '').length < 2) return ''
  return near.replace(/\([^()]{0,60}\)?|[§\s]/g, '').replace(around, '')
}
