/** Full-width forms become ASCII, one character for one, so that places in the text stay what they were. */
export const narrow = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E\u3000\u00A0\u2236\u2212]/g, (wide) => {
    if (wide === '\u3000' || wide === '\u00A0') return ' '
    if (wide === '\u2236') return ':'
    if (wide === '\u2212') return '-'
    return String.fromCharCode(wide.charCodeAt(0) - 0xfee0)
  })
