import type { Words } from '../words'

/** Who publishes the annual report, and makes the centre's papers. */
export const ISSUER: Words = {
  zh: '兵团科技发展促进中心',
  en: 'Centre for the Promotion of Science and Technology of the Corps',
}
