/** For a file input's `accept`. */
export const acceptedReports = '.docx,.docm,.pdf,.txt,.md'

/** How the checked report is asked for as Word, and what it is then. */
export const wordForm = 'docx'
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A name beside that of the file which was checked; macros do not come along in the name's promise. */
export const commentedName = (name: string, marked: string): string =>
  `${name.replace(/\.(docx|docm|pdf|txt|md)$/i, '')}${marked}.${/\.docm$/i.test(name) ? 'docm' : 'docx'}`
