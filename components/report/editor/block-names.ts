import type { Block } from '@/lib/domain/report/model'
import { plain, type Said } from '@/lib/domain/report/spans'
import type { Words } from '@/lib/domain/words'

const LENGTH = 18

const short = (text: string): string => (text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text)
const shortened = ({ zh, en }: Said): Words => ({ zh: short(plain(zh)), en: short(plain(en)) })

/** What a block is called where it isn't shown: a caption or its first words. */
export function blockWords(block: Block): Words {
  switch (block.kind) {
    case 'heading':
      return block.words
    case 'paragraph':
      return shortened(block.sentences[0]?.said ?? { zh: [], en: [] })
    case 'table':
    case 'figure':
      return shortened(block.caption)
    default:
      return shortened(block.said)
  }
}
