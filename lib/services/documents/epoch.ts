/** The time of every part of a file that must be the same bytes: containers know local time alone, and none before 1980. */
export const EPOCH = new Date(1980, 0, 1)
