/** A contract as the statistics count it: the content is that of the event which posted it. Money in fen. */
export interface CountedContract {
  posting: number
  id: string
  number: string
  name: string
  unit: string
  type: string
  registeredOn: string
  sellerName: string
  buyerName: string
  turnover: bigint
  technology: bigint
}
