'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { KeyHint } from '@/components/ui/key-hint'
import type { NavItem } from './navigation'
import { shortcutsAreOff, turnShortcuts } from './shortcut-choice'

/** Every key of the house, and the way to turn single keys off. */
export function ShortcutHelp({
  items,
  open,
  onOpenChange,
}: {
  items: readonly NavItem[]
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const t = useTranslations('shell')
  const [enabled, setEnabled] = useState(() => !shortcutsAreOff())
  const turn = (on: boolean) => {
    turnShortcuts(on)
    setEnabled(on)
  }
  return (
    <Dialog onOpenChange={onOpenChange} open={open} title={t('shortcuts')}>
      <p className="text-soft">{t('shortcutsIntro')}</p>
      <ul className="mt-3 divide-y divide-line">
        {items.map((item) => (
          <Row key={item.id} keys={['g', item.letter]} label={item.label} />
        ))}
        <Row keys={['/']} label={t('shortcutSearch')} />
        <Row keys={['?']} label={t('shortcutHelp')} />
      </ul>
      <h3 className="mt-4 text-sm font-medium text-faint">{t('shortcutsEntry')}</h3>
      <ul className="divide-y divide-line">
        <Row keys={['Alt', 'Enter']} label={t('shortcutNext')} />
        <Row keys={['Alt', 'PgDn / PgUp']} label={t('shortcutSection')} />
        <Row keys={['Ctrl', 'Enter']} label={t('shortcutCheck')} />
      </ul>
      <div className="mt-4">
        <Checkbox
          checked={enabled}
          detail={t('shortcutsOnDetail')}
          label={t('shortcutsOn')}
          onChange={(event) => turn(event.target.checked)}
        />
      </div>
    </Dialog>
  )
}

function Row({ label, keys }: { label: string; keys: readonly string[] }) {
  return (
    <li className="flex items-center justify-between py-1.5">
      {label}
      <KeyHint keys={keys} />
    </li>
  )
}
