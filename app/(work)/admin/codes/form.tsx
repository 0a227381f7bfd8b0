'use client'

import { useTranslations } from 'next-intl'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { TextInput } from '@/components/ui/text-input'
import { textOf, VerbForm } from '../verb-form'
import { map } from './actions'

interface Row {
  code: string
  label: string
  national: string
}

/** All codes of one list in one form; only what was changed is written. */
export function CodesForm({ list, title, rows }: { list: string; title: string; rows: readonly Row[] }) {
  const t = useTranslations('admin')
  return (
    <VerbForm
      act={map}
      done={t('codesChanged')}
      input={(form) => ({
        list,
        codes: Object.fromEntries(rows.map(({ code }) => [code, textOf(form, `codes.${code}`)])),
      })}
      submit={t('codesSave')}
    >
      <Table caption={title}>
        <thead>
          <tr>
            <Th>{t('code')}</Th>
            <Th>{t('codeName')}</Th>
            <Th>{t('nationalCode')}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, label, national }) => (
            <Tr key={code}>
              <RowHead className="align-middle">{code}</RowHead>
              <Td className="align-middle" label={t('codeName')}>
                {label}
              </Td>
              <Td label={t('nationalCode')}>
                <TextInput
                  aria-label={t('nationalCodeOf', { code, label })}
                  autoComplete="off"
                  className="max-w-48"
                  defaultValue={national}
                  maxLength={20}
                  name={`codes.${code}`}
                />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </VerbForm>
  )
}
