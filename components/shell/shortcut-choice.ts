const storageKey = 'jishi.shortcuts'

/** Single keys can be turned off in this browser (WCAG 2.1.4). */
export const shortcutsAreOff = (): boolean => localStorage.getItem(storageKey) === 'off'

export const turnShortcuts = (on: boolean): void => localStorage.setItem(storageKey, on ? 'on' : 'off')
