import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CodeListName,
  codeList,
  codeLists,
  codeOf,
  codeWords,
  findCode,
  flowOf,
  isEnterprise,
  isLeaf,
  isPublicPlan,
  isSelectable,
  returnReason,
  sellerGroupOf,
  sizeBandOf,
  topCode,
  withDescendants,
} from './code-lists'
import { fields } from './fields'

const names = Object.keys(codeLists) as CodeListName[]

describe.each(names)('%s', (name) => {
  const codes = codeList(name)

  it('has no code twice and no label that means two codes', () => {
    expect(new Set(codes.map((one) => one.code)).size).toBe(codes.length)
    const labels = codes.flatMap((one) => [one.words.zh, one.words.en, ...(one.names ?? [])])
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([])
  })

  it('has both languages and existing parents', () => {
    for (const one of codes) {
      expect(one.words.zh, one.code).toMatch(/\p{Script=Han}/u)
      expect(one.words.en, one.code).toMatch(/^[\p{Script=Latin}\d]/u)
      expect(one.words.en, one.code).not.toMatch(/\p{Script=Han}/u)
      if (one.parent !== undefined) expect(codeOf(name, one.parent), one.code).toBeDefined()
    }
  })

  it('finds each entry by code and by either label, and ends each tree in something selectable', () => {
    for (const one of codes) {
      for (const label of [one.code, one.words.zh, one.words.en, ...(one.names ?? [])])
        expect(findCode(name, label)?.code, label).toBe(one.code)
      expect(withDescendants(name, one.code).some((code) => isLeaf(name, code))).toBe(true)
      expect(codeOf(name, topCode(name, one.code))?.parent).toBeUndefined()
    }
  })
})

/** The labels as registers in use write them. */
const written: [CodeListName, string[]][] = [
  ['contractType', ['技术开发', '技术转让', '技术咨询', '技术服务', '技术许可']],
  [
    'partyKind',
    [
      '内资企业—有限责任公司',
      '内资企业—私营企业',
      '事业法人—高等院校',
      '事业法人—科研机构',
      '事业法人—其他',
      '社团法人',
      '机关法人',
    ],
  ],
  ['ownership', ['国有', '民营']],
  ['country', ['中国', '哈萨克斯坦']],
  ['payMethod', ['一次总付', '分期支付', '提成支付', '提成支付附加预付入门费']],
  [
    'techField',
    [
      '电子信息',
      '先进制造',
      '生物、医药和医疗器械',
      '新材料及其应用',
      '新能源与高效节能',
      '环境保护与资源综合利用',
      '农业',
      '现代交通',
      '城市建设与社会发展',
    ],
  ],
  [
    'socioGoal',
    [
      '能源生产、分配和合理利用',
      '农林牧渔业发展',
      '社会发展和社会服务',
      '工商业发展',
      '卫生事业发展',
      '环境保护、生态建设及污染防治',
      '基础设施以及城市和农村规划',
    ],
  ],
  ['planSource', ['地市县（师市）计划', '省级（兵团）计划', '计划外', '国家科技计划', '部门计划']],
  [
    'ipKind',
    ['技术秘密', '发明专利', '实用新型专利', '未涉及知识产权', '计算机软件著作权', '动植物新品种权'],
  ],
  ['revocationReason', ['重复登记', '认定错误（非技术合同）']],
]
const subTypes =
  '委托开发 合作开发 一般技术服务 技术中介 技术培训 技术咨询 专利实施许可 技术秘密使用许可 植物新品种权许可 植物新品种权转让 技术秘密转让 专利权转让 计算机软件著作权转让'

describe('labels of registers in use', () => {
  it.each(written.flatMap(([list, labels]) => labels.map((label) => [list, label] as const)))(
    '%s: %s',
    (list, label) => {
      const found = findCode(list, label)
      expect(found).toBeDefined()
      if (list !== 'contractType') expect(isSelectable(list, found?.code ?? '')).toBe(true)
    },
  )

  it.each(subTypes.split(' '))('sub-type %s is recordable', (label) => {
    expect(isSelectable('contractType', findCode('contractType', label)?.code ?? '')).toBe(true)
  })

  it('understands width, dashes and spaces, and refuses the rest', () => {
    expect(findCode('partyKind', ' 内资企业 - 有限责任公司')?.code).toBe('150')
    expect(findCode('planSource', '省级(兵团)计划')?.code).toBe('31')
    expect(findCode('contractType', '买卖合同')).toBeUndefined()
    expect(findCode('contractType', '')).toBeUndefined()
    expect(findCode('contractType', '__proto__')).toBeUndefined()
    expect(codeWords('techField', '77')).toEqual({ zh: '77', en: '77' })
    expect(isSelectable('contractType', '1')).toBe(false)
    expect(isSelectable('contractType', 'x')).toBe(false)
  })
})

describe('what the statistics read from codes', () => {
  it('groups the registering party', () => {
    expect(sellerGroupOf('150', '1')).toBe('1')
    expect(sellerGroupOf('110', null)).toBe('1')
    expect(sellerGroupOf('170', '2')).toBe('2')
    expect(sellerGroupOf('330', '4')).toBe('2')
    expect(sellerGroupOf('0211', null)).toBe('3')
    expect(sellerGroupOf('021', '')).toBe('3')
    expect(sellerGroupOf('0222', null)).toBe('4')
    for (const kind of ['010', '0141', '023', '024', '030', '400', '500'])
      expect(sellerGroupOf(kind, null)).toBe('5')
    expect(codeList('partyKind').filter((one) => isEnterprise(one.code))).toHaveLength(19)
  })

  it('takes the flow from the buyer, the flag before the region', () => {
    expect(flowOf(true, '650102')).toBe('1')
    expect(flowOf(false, '659001')).toBe('2')
    expect(flowOf(false, '110108')).toBe('3')
    expect(flowOf(false, null)).toBe('3')
  })

  it('points each return reason to a field or an attachment', () => {
    for (const { code, path } of returnReason) {
      const [head = ''] = path.split('.')
      expect(Object.hasOwn(fields, head) || isLeaf('attachmentKind', path), code).toBe(true)
    }
  })

  it('counts every plan but 计划外 as publicly funded', () => {
    const funded = codeList('planSource').filter((one) => isPublicPlan(one.code))
    expect(codeList('planSource').length - funded.length).toBe(1)
  })

  it('puts each amount into exactly one band, the lower bound inclusive', () => {
    expect(sizeBandOf(0n).words.zh).toBe('0-1万元')
    expect(sizeBandOf(999_999n).code).toBe('01')
    expect(sizeBandOf(1_000_000n).code).toBe('02')
    expect(sizeBandOf(10_000n * 1_000_000n).words.zh).toBe('1亿元及以上')
    expect(() => sizeBandOf(-1n)).toThrow(RangeError)
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n }), (fen) => {
        const inside = codeLists.sizeBand.filter(
          (band) => fen >= band.lower && (band.upper === null || fen < band.upper),
        )
        expect(inside).toEqual([sizeBandOf(fen)])
      }),
    )
  })
})
