import { type Code, entry, under } from './code'

const official = (entries: readonly Code[]): Code[] =>
  entries.map((one) => ({ nationalCode: one.code, ...one }))

/**
 * CL02 买方/卖方性质, with the codes of the national form's fill-in notes (合同登记表填写说明).
 * Where an old file names only 机关法人 or 高等院校 without level or branch, the group itself is recorded.
 */
export const partyKind: readonly Code[] = official([
  entry('010', '机关法人', 'Government body', { whole: true }),
  ...under('010', [
    entry('011', '国家级行政机关', 'National government body'),
    entry('012', '省级行政机关', 'Provincial government body'),
    entry('013', '市级行政机关', 'Municipal government body'),
    entry('014', '县级及以下行政机关', 'County government body or below'),
  ]),
  ...under('011', [
    entry('0111', '国家级机关法人', 'National body (legal person)'),
    entry('0112', '国家级机关分支机构', 'Branch of a national body'),
  ]),
  ...under('012', [
    entry('0121', '省级机关法人', 'Provincial body (legal person)'),
    entry('0122', '省级机关分支机构', 'Branch of a provincial body'),
  ]),
  ...under('013', [
    entry('0131', '市级机关法人', 'Municipal body (legal person)'),
    entry('0132', '市级机关分支机构', 'Branch of a municipal body'),
  ]),
  ...under('014', [
    entry('0141', '县级及以下机关法人', 'County body or below (legal person)'),
    entry('0142', '县级及以下机关分支机构', 'Branch of a county body'),
  ]),
  entry('020', '事业法人', 'Public institution'),
  ...under('020', [
    entry('021', '科研机构', 'Research institute', { whole: true }),
    entry('022', '高等院校', 'University or college', { whole: true }),
    entry('023', '医疗、卫生机构', 'Medical or health institution', { whole: true, names: ['医疗、卫生'] }),
    entry('024', '其他事业单位', 'Other public institution', { names: ['事业法人—其他', '其它'] }),
  ]),
  ...under('021', [
    entry('0211', '科研机构事业法人', 'Research institute (legal person)'),
    entry('0212', '科研机构分支机构', 'Branch of a research institute'),
  ]),
  ...under('022', [
    entry('0221', '高等院校事业法人', 'University (legal person)'),
    entry('0222', '高等院校分支机构', 'Branch of a university'),
  ]),
  ...under('023', [
    entry('0231', '医疗卫生事业法人', 'Medical institution (legal person)'),
    entry('0232', '医疗卫生分支机构', 'Branch of a medical institution'),
  ]),
  entry('030', '社团法人', 'Association'),
  entry('100', '内资企业', 'Domestic enterprise'),
  ...under('100', [
    entry('110', '国有企业', 'State-owned enterprise', { names: ['内资企业—国有'] }),
    entry('120', '集体企业', 'Collective enterprise', { names: ['内资企业—集体'] }),
    entry('130', '股份合作企业', 'Cooperative stock enterprise', { names: ['内资企业—股份合作'] }),
    entry('140', '联营企业', 'Joint operation enterprise', { names: ['内资企业—联营'] }),
    entry('150', '有限责任公司', 'Limited liability company'),
    entry('160', '股份有限公司', 'Company limited by shares'),
    entry('170', '私营企业', 'Private enterprise', { names: ['内资企业—私营'] }),
    entry('180', '其他内资企业', 'Other domestic enterprise', { names: ['内资企业—其他'] }),
  ]),
  entry('200', '港澳台商投资企业', 'Enterprise with Hong Kong, Macao or Taiwan investment', {
    names: ['港澳台商投资'],
  }),
  ...under('200', [
    entry('210', '港澳台商合资经营企业', 'Joint venture (Hong Kong, Macao, Taiwan)'),
    entry('220', '港澳台商合作经营企业', 'Cooperative enterprise (Hong Kong, Macao, Taiwan)'),
    entry('230', '港澳台商独资企业', 'Wholly owned enterprise (Hong Kong, Macao, Taiwan)'),
    entry('240', '港澳台商投资股份有限公司', 'Company limited by shares (Hong Kong, Macao, Taiwan)'),
  ]),
  entry('300', '外商投资企业', 'Foreign-invested enterprise', { names: ['外商投资'] }),
  ...under('300', [
    entry('310', '中外合资经营企业', 'Sino-foreign equity joint venture', { names: ['中外合资'] }),
    entry('320', '中外合作经营企业', 'Sino-foreign cooperative enterprise', { names: ['中外合作'] }),
    entry('330', '外资企业', 'Wholly foreign-owned enterprise'),
    entry('340', '外商投资股份有限公司', 'Foreign-invested company limited by shares'),
  ]),
  entry('400', '个体经营及自然人', 'Individual', { names: ['个体经营', '自然人'] }),
  entry('500', '境外机构及其他', 'Body abroad or other', { names: ['境外机构'] }),
])

/** CL03 企业所有制: needed beside the kind, which alone can't tell a state-held company. */
export const ownership: readonly Code[] = [
  entry('1', '国有及国有控股', 'State-owned or state-held', { names: ['国有', '国企', '国有控股'] }),
  entry('2', '民营', 'Private', { names: ['私企', '私营'] }),
  entry('3', '港澳台资', 'Hong Kong, Macao or Taiwan owned', { names: ['港澳台'] }),
  entry('4', '外资', 'Foreign owned', { names: ['外商'] }),
]

/** The groups of Figure 6 (登记主体), in its order. */
export const sellerGroup: readonly Code[] = [
  entry('1', '国企', 'State-owned enterprises'),
  entry('2', '私企', 'Private enterprises'),
  entry('3', '科研机构', 'Research institutes'),
  entry('4', '高等院校', 'Universities'),
  entry('5', '其他', 'Others'),
]

/**
 * The Figure 6 group of a party. Enterprises are 100–399; the figure knows only 国企 and 私企, so an enterprise that is
 * not state-held counts as 私企, foreign capital included: 企业 is then always the sum of the two.
 */
export function sellerGroupOf(kind: string, owner: string | null | undefined): '1' | '2' | '3' | '4' | '5' {
  if (/^[123]\d\d$/.test(kind)) return owner === '1' || (!owner && kind === '110') ? '1' : '2'
  if (kind.startsWith('021')) return '3'
  return kind.startsWith('022') ? '4' : '5'
}

/** Kinds of buyers as the national report splits them. */
export const buyerGroup: readonly Code[] = [
  entry('1', '企业', 'Enterprises'),
  entry('2', '机关', 'Government bodies'),
  entry('3', '事业单位', 'Public institutions'),
  entry('4', '社会团体', 'Associations'),
  entry('5', '个人及其他', 'Individuals and others'),
]

/** The group of a buyer by its kind (CL02). */
export function buyerGroupOf(kind: string): '1' | '2' | '3' | '4' | '5' {
  if (isEnterprise(kind)) return '1'
  if (kind.startsWith('01')) return '2'
  if (kind.startsWith('02')) return '3'
  return kind.startsWith('03') ? '4' : '5'
}

/** Whether a party of this kind is an enterprise, for which ownership and size are asked. */
export const isEnterprise = (kind: string): boolean => /^[123]\d\d$/.test(kind)

/** CL13 企业规模 (统计上大中小微型企业划分办法 2017). */
export const scale: readonly Code[] = [
  entry('1', '大型', 'Large'),
  entry('2', '中型', 'Medium'),
  entry('3', '小型', 'Small'),
  entry('4', '微型', 'Micro'),
  entry('9', '无划型标准', 'No size standard', { names: ['无标准'] }),
]

/** CL17 登记主体角色. */
export const registrantRole: readonly Code[] = [
  entry('1', '卖方', 'Seller'),
  entry('2', '境内买方（技术进口）', 'Domestic buyer (technology import)', { names: ['境内买方'] }),
  entry('3', '中介方', 'Broker'),
]

/** CL12 国民经济行业: the sections of GB/T 4754-2017. */
export const industry: readonly Code[] = official([
  entry('A', '农、林、牧、渔业', 'Agriculture, forestry, animal husbandry and fishery'),
  entry('B', '采矿业', 'Mining'),
  entry('C', '制造业', 'Manufacturing'),
  entry('D', '电力、热力、燃气及水生产和供应业', 'Electricity, heat, gas and water supply'),
  entry('E', '建筑业', 'Construction'),
  entry('F', '批发和零售业', 'Wholesale and retail trade'),
  entry('G', '交通运输、仓储和邮政业', 'Transport, storage and post'),
  entry('H', '住宿和餐饮业', 'Accommodation and catering'),
  entry('I', '信息传输、软件和信息技术服务业', 'Information transmission, software and IT services'),
  entry('J', '金融业', 'Finance'),
  entry('K', '房地产业', 'Real estate'),
  entry('L', '租赁和商务服务业', 'Leasing and business services'),
  entry('M', '科学研究和技术服务业', 'Scientific research and technical services'),
  entry('N', '水利、环境和公共设施管理业', 'Water, environment and public facilities'),
  entry('O', '居民服务、修理和其他服务业', 'Resident, repair and other services'),
  entry('P', '教育', 'Education'),
  entry('Q', '卫生和社会工作', 'Health and social work'),
  entry('R', '文化、体育和娱乐业', 'Culture, sports and entertainment'),
  entry(
    'S',
    '公共管理、社会保障和社会组织',
    'Public administration, social security and social organisations',
  ),
  entry('T', '国际组织', 'International organisations'),
])
