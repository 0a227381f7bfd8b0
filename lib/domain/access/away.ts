/** A request that carries this cookie was sent by a page of itself while nobody was at it: it is no use of the session. */
export const awayCookie = 'jishi.away'
