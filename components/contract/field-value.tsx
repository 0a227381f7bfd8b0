import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { Absent, Money } from '@/components/format/money'
import { DateText } from '@/components/format/text'
import type { Party } from '@/lib/domain/contract/content'
import type { FieldKind, FieldSpec } from '@/lib/domain/contract/field-spec'
import { partyFieldNames, partyFields } from '@/lib/domain/contract/party-fields'
import { valueWords } from '@/lib/domain/contract/value-words'
import { say } from '@/lib/domain/words'

type Spec<K extends FieldKind> = Extract<FieldSpec, { kind: K }>

/** Kinds that are more than one piece of text; the others are shown in their words. */
const forms: { [K in FieldKind]?: (props: { spec: Spec<K>; value: never }) => ReactNode } = {
  longText: ({ value }: { value: string }) => <p className="max-w-prose whitespace-pre-line">{value}</p>,
  money: ({ value }: { value: bigint }) => <Amount fen={value} />,
  date: ({ value }: { value: string }) => <DateText value={value} />,
  party: ({ value }: { value: Party }) => <PartyCard party={value} />,
  parties: ({ value }: { value: Party[] }) => (
    <ol className="grid gap-3">
      {value.map((party, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a stored record have no identity and never move.
        <li className="border-l-2 border-line pl-3" key={index}>
          <PartyCard party={party} />
        </li>
      ))}
    </ol>
  ),
  items: ({ spec, value }: { spec: Spec<'items'>; value: Record<string, unknown>[] }) => (
    <ItemTable items={value} specs={spec.items} />
  ),
}

/** Any value of the dictionary, read-only: codes as words, money in 元 and 万元, parties and lists in full. */
export function FieldValue({ spec, value }: { spec: FieldSpec; value: unknown }) {
  const locale = useLocale()
  const words = valueWords(spec, value)
  if (!words) return <Absent />
  const Form = forms[spec.kind] as ((props: { spec: FieldSpec; value: unknown }) => ReactNode) | undefined
  return Form ? <Form spec={spec} value={value} /> : say(words, locale)
}

/** An amount in fen: 元 first, 万元 beside it, since that is what the tables count in. */
export function Amount({ fen }: { fen: bigint }) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-3">
      <Money fen={fen} showUnit />
      <span className="text-sm text-faint">
        <Money fen={fen} showUnit unit="wan" />
      </span>
    </span>
  )
}

function PartyCard({ party }: { party: Party }) {
  const locale = useLocale()
  const filled = partyFieldNames.filter(
    (name) => name !== 'name' && valueWords(partyFields[name], party[name]),
  )
  return (
    <div className="@container grid gap-1">
      <p className="font-medium">{party.name ?? <Absent />}</p>
      <dl className="grid gap-x-6 gap-y-0.5 @lg:grid-cols-2">
        {filled.map((name) => (
          <div className="flex gap-2" key={name}>
            <dt className="w-28 shrink-0 text-sm/[1.375rem] text-faint">
              {say(partyFields[name].label, locale)}
            </dt>
            <dd className="min-w-0 break-words">
              <FieldValue spec={partyFields[name]} value={party[name]} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function ItemTable({ specs, items }: { specs: Record<string, FieldSpec>; items: Record<string, unknown>[] }) {
  const locale = useLocale()
  const columns = Object.entries(specs)
  return (
    <table className="w-full max-w-2xl text-sm">
      <thead>
        <tr>
          {columns.map(([name, { label, kind }]) => (
            <th
              className={`border-b border-edge/60 py-1 pr-4 font-medium text-faint ${kind === 'money' ? 'text-right' : 'text-left'}`}
              key={name}
              scope="col"
            >
              {say(label, locale)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a stored record have no identity and never move.
          <tr key={index}>
            {columns.map(([name, spec]) => (
              <td
                className={`border-b border-line py-1 pr-4 align-top ${spec.kind === 'money' ? 'text-right' : ''}`}
                key={name}
              >
                {spec.kind === 'money' ? (
                  <Money fen={item[name] as bigint | undefined} showUnit />
                ) : (
                  <FieldValue spec={spec} value={item[name]} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
