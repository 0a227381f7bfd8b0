const opened = 'jishi:palette'

/** Asks the shell to open the one box: as the search, or as the palette of commands. */
export const openPalette = (commandsFirst: boolean): boolean =>
  window.dispatchEvent(new CustomEvent(opened, { detail: commandsFirst }))

/** Hears it; answers with how to stop hearing. */
export function onPaletteAsked(open: (commandsFirst: boolean) => void): () => void {
  const listen = (event: Event) => open((event as CustomEvent<boolean>).detail)
  window.addEventListener(opened, listen)
  return () => window.removeEventListener(opened, listen)
}
