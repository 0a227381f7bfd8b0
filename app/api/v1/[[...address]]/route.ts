import { serve } from '@/lib/services/api/serve'

/** Every address of the API; what stands where is declared in `lib/services/api/operations.ts`. */
export {
  serve as DELETE,
  serve as GET,
  serve as HEAD,
  serve as OPTIONS,
  serve as PATCH,
  serve as POST,
  serve as PUT,
}
