'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-input'
import { pathChoices } from '@/lib/domain/approval/paths'
import { codeList } from '@/lib/domain/contract/code-lists'
import { sectionNames, sections } from '@/lib/domain/contract/field-spec'
import { pathWords } from '@/lib/domain/contract/path-words'
import { say } from '@/lib/domain/words'
import { type DraftReason, useDecision } from './decision-context'

/** One reason: its code, the place it stands at, what the office should do. */
export function ReasonRow({ reason, index, tried }: { reason: DraftReason; index: number; tried: boolean }) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  const { changeReason, removeReason } = useDecision()
  const { key, code, path, text } = reason
  const isListed =
    pathChoices.some((choice) => choice.path === path) ||
    codeList('attachmentKind').some((kind) => kind.code === path)
  return (
    <li className="grid gap-2 border-l-2 border-poplar pl-3">
      <div className="flex items-center justify-between gap-2">
        <p className="font-medium">{t('reasonNumber', { number: index + 1 })}</p>
        <Button
          aria-label={t('removeReason', { number: index + 1 })}
          className="px-1.5"
          kind="quiet"
          onClick={() => removeReason(key)}
          size="small"
        >
          <Icon name="cross" />
        </Button>
      </div>
      <FieldError id={`reason-${key}`}>{tried && !code && t('chooseReason')}</FieldError>
      <Select
        aria-label={t('reasonCode')}
        choices={codeList('returnReason').map((one) => ({
          value: one.code,
          label: `${one.code} ${say(one.words, locale)}`,
        }))}
        onChange={(event) => changeReason(key, { code: event.target.value })}
        placeholder={t('chooseReason')}
        value={code}
      />
      <Select
        aria-label={t('reasonPlace')}
        onChange={(event) => changeReason(key, { path: event.target.value })}
        value={path}
      >
        {!isListed && <option value={path}>{say(pathWords(path), locale)}</option>}
        {sectionNames.map((section) => (
          <optgroup key={section} label={say(sections[section], locale)}>
            {pathChoices
              .filter((choice) => choice.section === section)
              .map((choice) => (
                <option key={choice.path} value={choice.path}>
                  {say(choice.words, locale)}
                </option>
              ))}
          </optgroup>
        ))}
        <optgroup label={t('attachments')}>
          {codeList('attachmentKind').map((kind) => (
            <option key={kind.code} value={kind.code}>
              {say(kind.words, locale)}
            </option>
          ))}
        </optgroup>
      </Select>
      <TextArea
        aria-label={t('reasonText')}
        maxLength={1000}
        onChange={(event) => changeReason(key, { text: event.target.value })}
        placeholder={t('reasonText')}
        rows={2}
        value={text}
      />
    </li>
  )
}
