import type { ByteRange } from '@/lib/domain/attachments/byte-range'

/** Where files lie, each under its SHA-256. Nothing is ever taken out: the register names its files for good. */
export interface Vault {
  has(sha256: string): Promise<boolean>
  /** Takes in a file that was written whole at `path`; it may move it away. */
  take(sha256: string, path: string, size: number): Promise<void>
  /** @throws an Error when the file is not there */
  open(sha256: string, range: ByteRange | null): Promise<ReadableStream<Uint8Array>>
}
