const codes = new Set([
  ...['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE'],
  // The database is ending, recovering from a crash, or starting.
  ...['57P01', '57P02', '57P03'],
])

/** Whether an error says that the connection was lost, however deep it is wrapped: what was under way may be done or not. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return codes.has((error as { code?: string }).code ?? '') || isConnectionLost(error.cause)
}

const never = () => new Promise<never>(() => {})

/**
 * Runs a transaction so that nothing more is sent once its connection is lost. postgres.js (3.4.9, porsager/postgres#1154
 * and #1208) would send the rest, or its rollback, into a socket that is gone, which ends the process, or into the
 * connection that has taken its place, amid another transaction. The transaction fails as soon as the connection closes;
 * its work is left to itself. `still` says whether the connection stands.
 */
export function whileConnected<Tx, T>(
  begin: (work: (tx: Tx) => Promise<T>) => Promise<T>,
  work: (tx: Tx, still: () => boolean) => Promise<T>,
): Promise<T> {
  let open = true
  const running = begin(async (tx) => {
    try {
      const result = await work(tx, () => open)
      return open ? result : await never()
    } catch (error) {
      if (!open || isConnectionLost(error)) return never()
      throw error
    }
  })
  const closed = () => {
    open = false
  }
  running.then(closed, closed)
  return running
}
