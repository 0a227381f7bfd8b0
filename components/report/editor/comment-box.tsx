'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-input'

/** Says something about a block; what was typed stays until it has arrived. */
export function CommentBox({
  block,
  send,
  close,
}: {
  block: string
  send: (text: string) => Promise<boolean>
  close: () => void
}) {
  const t = useTranslations('reportEditor.comments')
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  const ask = async () => {
    if (!text.trim()) return box.current?.focus()
    setSending(true)
    const sent = await send(text.trim())
    setSending(false)
    if (sent) close()
  }
  return (
    <div className="my-2 grid gap-2 border-l-4 border-lake pl-3">
      <Field id={`comment-${block}`} label={t('write')} required>
        {(control) => (
          <TextArea
            {...control}
            maxLength={1000}
            onChange={(event) => setText(event.target.value)}
            ref={box}
            rows={2}
            value={text}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button onClick={ask} pending={sending}>
          {t('send')}
        </Button>
        <Button kind="quiet" onClick={close}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
