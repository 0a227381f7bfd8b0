import type { Words } from '../words'

/** How a party can fight a decision (行政复议法 第二十条, 行政诉讼法 第四十六条); stands on each decision that ends a registration. */
export const appeal: Words = {
  zh: '如不服本决定，可自知道本决定之日起六十日内申请行政复议，或者自知道之日起六个月内向人民法院提起行政诉讼。',
  en: 'Against this decision the party may ask for administrative reconsideration within sixty days of learning of it, or sue in the people’s court within six months.',
}
