/** Typing belongs to the field and to the input method while it composes; a held modifier belongs to the browser. */
export const isFreeKey = (event: KeyboardEvent): boolean =>
  !event.isComposing &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.defaultPrevented &&
  localStorage.getItem('jishi.shortcuts') !== 'off' &&
  !(
    event.target instanceof HTMLElement &&
    (event.target.isContentEditable ||
      event.target.closest('input:not([type="checkbox"]), textarea, select, [role="combobox"]') !== null)
  )
