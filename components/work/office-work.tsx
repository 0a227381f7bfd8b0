import type { OfficeWork as Data } from '@/lib/domain/work/office-work'
import type { OpenAnswers } from '@/lib/domain/work/open-answers'
import { OfficeAnswers } from './office-answers'
import { OfficeReturns } from './office-returns'
import { OfficeWaiting } from './office-waiting'
import { PublishedPlaces } from './published-places'
import { Turnaround } from './turnaround'

/** Everything that an office's dashboard says of its work. */
export function OfficeWork({ data, answers }: { data: Data; answers: readonly OpenAnswers[] }) {
  return (
    <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-2 print:grid-cols-1">
      <div className="grid min-w-0 grid-cols-1 gap-3 xl:col-span-2">
        <OfficeAnswers answers={answers} />
        <OfficeWaiting data={data} />
      </div>
      <div className="min-w-0">
        <Turnaround data={data.turnaround} year={data.year} />
      </div>
      <div className="grid min-w-0 gap-5">
        <OfficeReturns data={data.returns} year={data.year} />
        <PublishedPlaces places={data.places} />
      </div>
    </div>
  )
}
