/** Remembers the columns a person chose; read by the list and its export. */
export const columnsCookie = 'contract-columns'
