/**
 * Typing belongs to the field and to the input method while it composes; a held modifier belongs to the browser. Single keys
 * can be turned off (WCAG 2.1.4); the server writes the person's choice on the page.
 */
export const isFreeKey = (event: KeyboardEvent): boolean =>
  !event.isComposing &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.defaultPrevented &&
  document.documentElement.dataset.shortcuts !== 'off' &&
  !isTyping(event)

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input:not([type="checkbox"]), textarea, select, [role="combobox"]') !== null)
