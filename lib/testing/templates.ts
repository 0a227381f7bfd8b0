import { chance, type Planted, randomContract } from '@/db/testing/plant'
import { completeContent, partiesOf } from './content'

/** Sellers that the contracts of a large register share. */
export const SELLERS = 2500

const crops = ['棉花', '加工番茄', '红枣', '葡萄', '小麦', '玉米', '香梨', '打瓜', '甜菜', '苜蓿']
const subjects = [
  '滴灌施肥',
  '无人机植保',
  '品种选育',
  '病虫害预警',
  '采收装备',
  '仓储保鲜',
  '土壤改良',
  '遥感测产',
]
const works = ['研究开发', '系统研制', '技术服务', '成果转让', '方案咨询', '试验示范']

/** Complete contents of every kind, unit and size, the same for the same seed; a large register is made of them. */
export function templates(count: number, years: readonly number[], seed = 11): Planted[] {
  const next = chance(seed)
  const one = (from: readonly string[]) => from[Math.floor(next() * from.length)]
  return Array.from({ length: count }, (_, index) => {
    const drawn = randomContract(next, years)
    const { seller, buyer } = partiesOf(index, SELLERS)
    const content = {
      ...completeContent(),
      ...drawn.content,
      name: `${one(crops)}${one(subjects)}${one(works)}`,
      seller: { ...seller, ...drawn.content.seller, name: seller.name },
      buyer: { ...buyer, ...drawn.content.buyer, name: buyer.name },
    }
    return { ...drawn, content }
  })
}
