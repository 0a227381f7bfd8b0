'use server'

import { action } from '@/lib/services/action'
import { markNoticesRead, markNoticeUnread } from '@/lib/services/notices/mark'

export async function mark(change: { ids: number[] } | { all: true; before: Date } | { unread: number }) {
  return 'unread' in change
    ? action(markNoticeUnread)({ id: change.unread })
    : action(markNoticesRead)(change)
}
