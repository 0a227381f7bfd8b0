'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { TextInput } from '@/components/ui/text-input'

/** A password that can be looked at: mistyped ones cost more calls than overlooked ones. */
export function PasswordInput(props: Omit<ComponentProps<'input'>, 'type'>) {
  const t = useTranslations('signIn')
  const [shown, setShown] = useState(false)
  return (
    <div className="relative">
      <TextInput {...props} className="h-10 pr-11" type={shown ? 'text' : 'password'} />
      <button
        aria-label={shown ? t('hide') : t('show')}
        aria-pressed={shown}
        className="absolute inset-y-1 right-1 grid w-9 place-items-center rounded-sm text-soft hover:bg-hover"
        onClick={() => setShown(!shown)}
        type="button"
      >
        <Icon name={shown ? 'eyeClosed' : 'eye'} />
      </button>
    </div>
  )
}
