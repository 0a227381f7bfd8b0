/** Says on the terminal what is done now and how far it is. Without a terminal (a log file) only whole lines are written. */
export class Progress {
  private number = 0
  private readonly terminal = process.stdout.isTTY === true

  constructor(private readonly total: number) {}

  /** Runs one step; what it returns is given back, what it says last stands on its line. */
  async step<T>(title: string, work: (say: (detail: string) => void) => Promise<T>): Promise<T> {
    const head = `[${++this.number}/${this.total}] ${title}`
    const began = Date.now()
    let detail = ''
    let written = ''
    const rewrite = () => process.stdout.write(`\r\x1b[K${head} … ${seconds(began)} ${detail}`)
    const ticking = this.terminal ? setInterval(rewrite, 1000) : undefined
    if (this.terminal) rewrite()
    else console.log(`${head} …`)
    try {
      const result = await work((said) => {
        detail = said
        if (this.terminal) rewrite()
        else if (said !== written) console.log(`${head} … ${said}`)
        written = said
      })
      const end = this.terminal ? `\r\x1b[K` : ''
      console.log(`${end}${head} ${seconds(began)}${this.terminal && detail ? ` ${detail}` : ''}`)
      return result
    } catch (error) {
      if (this.terminal) console.log()
      throw error
    } finally {
      clearInterval(ticking)
    }
  }
}

/** "0.6 s" since an instant in milliseconds. */
export function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
