'use client'

import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { KeyHint } from '@/components/ui/key-hint'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { keysOfHouse } from './keys-of-house'
import type { NavItem } from './navigation'

/** Every key of the house, from where they are declared, and the way to turn single keys off. */
export function ShortcutHelp({ items, onClose }: { items: readonly NavItem[]; onClose: () => void }) {
  const t = useTranslations('shell')
  const locale = useLocale()
  return (
    <Dialog onOpenChange={(open) => !open && onClose()} open title={t('shortcuts')}>
      <p className="text-soft">{t('shortcutsIntro')}</p>
      <ul className="mt-3 divide-y divide-line">
        {items.map((item) => (
          <Line key={item.id} keys={['g', item.letter]} label={item.label} />
        ))}
      </ul>
      {keysOfHouse.map(({ id, heading, keys }) => (
        <section key={id}>
          <h3 className="mt-4 text-sm font-medium text-faint">{say(heading, locale)}</h3>
          <ul className="divide-y divide-line">
            {keys.map(({ press, words }) => (
              <Line key={press.join()} keys={press} label={say(words, locale)} />
            ))}
          </ul>
        </section>
      ))}
      <p className="mt-4 text-sm text-soft">
        {t('shortcutsOffHow')}{' '}
        <TextLink href={routes.preferences()} onClick={onClose}>
          {t('preferences')}
        </TextLink>
      </p>
    </Dialog>
  )
}

function Line({ label, keys }: { label: string; keys: readonly string[] }) {
  return (
    <li className="flex items-center justify-between gap-4 py-1.5">
      {label}
      <KeyHint keys={keys} />
    </li>
  )
}
