import { test } from 'vitest'
import { published } from '../statistics/testing/published-years'
import { plain } from './spans'
import { reported } from './testing/reported'
test('show', () => {
 for (const unit of [null,'D08','D14']) for (const today of unit===null?['2025-01-20','2024-06-01']:['2025-01-20']) {
  const years = {...published, today, now: published.now.filter(f=> today>'2024-12-31' || f.month<'06')}
  const r = reported({...years, unit, before: [], audits:{campaigns:1,corrected:12,revoked:2}})
  console.log(plain(r.title.zh), plain(r.title.en))
  for (const c of r.chapters){ let out='## '+(c.heading?.zh??'')+'\n'
   for (const b of c.blocks){
    if(b.kind==='paragraph') for (const s of b.sentences) out+= `[${s.id}|${s.claims}] ${plain(s.said.zh)}\n      ${plain(s.said.en)}\n`
    else if (b.kind==='heading') out+='# '+b.words.zh+'\n'
    else if (b.kind==='note') out+=plain(b.said.zh)+plain(b.said.en)+'\n'
    else out+=`${b.kind} ${b.number} ${plain(b.caption.zh)} | ${plain(b.caption.en)} ${b.kind==='figure'?b.statement.zh:''}\n`
   }
   console.log(out)}
 }
})
