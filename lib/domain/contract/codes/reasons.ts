import { type Code, entry } from './code'

/** A reason to return a contract for correction. */
export interface ReturnReason extends Code {
  /** Where the registrar has to look: the field it most often concerns, or the attachment kind. */
  path: string
}

const reason = (code: string, path: string, zh: string, en: string): ReturnReason => ({
  ...entry(code, zh, en),
  path,
})

/** CL15 退回补正原因. */
export const returnReason: readonly ReturnReason[] = [
  reason('B01', 'ATT01', '合同文本不完整或缺少附件', 'Contract text or attachments incomplete'),
  reason('B02', 'ATT01', '印章不齐或与单位名称不一致', 'Seals missing or different from the names'),
  reason('B03', 'name', '合同名称与权利义务不一致', 'Title does not fit the rights and duties'),
  reason('B04', 'payMethod', '价款或支付方式约定不明确', 'Price or payment not clearly agreed'),
  reason('B05', 'summary', '标的技术内容不清', 'Technical content unclear'),
  reason(
    'B06',
    'intellectualProperties',
    '无知识产权证明或权利已终止',
    'No proof of intellectual property, or the right has ended',
  ),
  reason(
    'B07',
    'ATT04',
    '内设机构或课题组签订，缺少授权书',
    'Signed by an inner department without authorisation',
  ),
  reason('B08', 'ATT05', '政府项目缺少证明', 'Proof of the public project missing'),
  reason('B09', 'subtype', '合同类别选择错误，建议改类', 'Wrong contract type; another is advised'),
  reason(
    'B10',
    'technology',
    '技术交易额未剔除设备、材料等费用',
    'Technology turnover includes equipment or material',
  ),
  reason(
    'B11',
    'name',
    '登记表与合同文本不一致（金额、日期、名称）',
    'Form and contract text differ (amount, date, name)',
  ),
  reason('B12', 'endDate', '合同已过有效期', 'Contract has expired'),
  reason('B13', 'signDate', '未签日期或缺少起止日期', 'Signing date or term missing'),
  reason('B14', 'buyer.region', '买方信息不实或缺少行政区划', 'Buyer untrue or without region'),
  reason('B15', 'planSource', '计划来源选择错误', 'Wrong plan source'),
  reason(
    'B16',
    'techField',
    '技术领域或社会经济目标选择错误',
    'Wrong field of technology or socio-economic goal',
  ),
  reason('B17', 'name', '疑似重复登记', 'Probable duplicate'),
  reason('B18', 'relation', '关联交易未说明', 'Related-party deal not explained'),
  reason('B19', 'ATT09', '外文合同无中文副本', 'Foreign text without a Chinese copy'),
  reason('B20', 'ATT01', '扫描件不清晰或缺页', 'Scan unreadable or pages missing'),
  reason('B21', 'summary', '疑似含有涉密内容', 'May hold state secrets'),
  reason('B22', 'turnover', '框架协议，无具体项目与金额', 'Framework agreement without project and amount'),
]

/** CL16 不予登记原因 (annex rules Art. 39; 火炬中心问答 2021). */
export const refusalReason: readonly Code[] = [
  entry('N01', '合同主体不明确', 'Parties unclear'),
  entry(
    'N02',
    '合同标的不明确，登记人员无法了解其技术内容',
    'Subject unclear; technical content not recognisable',
  ),
  entry('N03', '价款、报酬、使用费等约定不明确', 'Price, reward or fee not clearly agreed'),
  entry(
    'N04',
    '含有非法垄断技术或侵害他人技术成果的条款',
    "Terms that monopolise technology or infringe others' results",
  ),
  entry('N05', '未出具证明材料或材料不符合要求', 'Proof missing or inadequate'),
  entry('N06', '书写的单位名称与印章不一致', 'Written name differs from the seal'),
  entry('N07', '合同无效或尚未生效', 'Contract void or not in force'),
  entry('N08', '不属于技术合同', 'Not a technology contract'),
  entry('N09', '未按规定办理审批手续', 'Required approval missing'),
  entry('N10', '名称与权利义务不一致且未补正', 'Title does not fit the contents, not corrected'),
  entry('N11', '印章不齐全', 'Seals missing'),
  entry('N12', '重复登记', 'Already registered'),
  entry('N13', '超出合同有效期', 'Outside the term of the contract'),
  entry('N14', '登记主体不属于本地区', 'Registering party belongs to another region'),
]

/** CL21 撤销登记原因. */
export const revocationReason: readonly Code[] = [
  entry('1', '虚假合同或以欺骗手段取得登记', 'Sham contract or registration by deceit', {
    names: ['虚假合同', '虚假合同/欺骗'],
  }),
  entry('2', '合同被撤销或无效而未注销', 'Contract annulled or void, registration not cancelled'),
  entry('3', '重复登记', 'Registered twice'),
  entry('4', '认定错误（非技术合同）', 'Wrongly recognised (not a technology contract)', {
    names: ['认定错误'],
  }),
  entry('5', '登记主体不符', 'Wrong registering party', { names: ['主体不符'] }),
  entry('9', '其他原因', 'Other reason', { names: ['其他'] }),
]

/** CL22 更正原因; the first ones as the self-audit of 2024 named them. */
export const correctionReason: readonly Code[] = [
  entry('C01', '金额录入有误', 'Amount entered wrongly'),
  entry('C02', '合同类别认定有误', 'Wrong contract type'),
  entry('C03', '技术领域归类有误', 'Wrong field of technology'),
  entry('C04', '计划来源与立项文件不符', 'Plan source differs from the project papers'),
  entry('C05', '买方信息有误（性质、行政区划、是否兵团单位）', 'Buyer wrong (kind, region, Corps or not)'),
  entry('C06', '卖方信息与营业执照不符', 'Seller differs from its licence'),
  entry('C07', '日期录入有误', 'Date entered wrongly'),
  entry('C08', '技术交易额核定有误', 'Technology turnover assessed wrongly'),
  entry('C99', '其他录入或认定错误', 'Other mistake'),
]

/** CL23 变更原因. */
export const changeReason: readonly Code[] = [
  entry('M01', '合同金额变更', 'Amount changed'),
  entry('M02', '合同期限变更', 'Term changed'),
  entry('M03', '技术内容变更', 'Technical content changed'),
  entry('M04', '当事人名称变更', 'Name of a party changed'),
  entry('M05', '合同权利义务转让', 'Rights and duties assigned'),
  entry('M06', '支付方式变更', 'Way of payment changed'),
  entry('M99', '其他变更', 'Other change'),
]

/** CL24 注销原因 (《技术合同认定登记管理办法（征求意见稿）》第十六条). */
export const cancellationReason: readonly Code[] = [
  entry('X01', '合同解除', 'Contract dissolved'),
  entry('X02', '合同被撤销', 'Contract annulled'),
  entry('X03', '合同被宣布无效', 'Contract declared void'),
  entry('X99', '其他原因', 'Other reason'),
]
