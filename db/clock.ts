import { AsyncLocalStorage } from 'node:async_hooks'

const told = new AsyncLocalStorage<Date>()

/**
 * Runs the work as if it were `at`. The database heeds it only on a connection of the owner (`jishi_now`), so the
 * application itself can't backdate anything.
 */
export const atTime = <T>(at: Date, work: () => Promise<T>): Promise<T> => told.run(at, work)

/** The time told by `atTime`, or '' for the real one. */
export const toldTime = (): string => told.getStore()?.toISOString() ?? ''
