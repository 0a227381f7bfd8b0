/** A label of the field, said in both languages beside the thing it names. */
export interface Words {
  zh: string
  en: string
}

/** The label in the reader's language; Chinese for every locale that is not English. */
export const say = (words: Words, locale: string): string => (locale.startsWith('en') ? words.en : words.zh)
