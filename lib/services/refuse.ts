import { Problem } from '@/lib/domain/problems'

/** An input that was well-formed and still can't be taken: the field it is about and a code its page words. */
export const refused = (path: string, message: string): Problem =>
  new Problem({ code: 'invalid-input', issues: [{ path, message }] })
