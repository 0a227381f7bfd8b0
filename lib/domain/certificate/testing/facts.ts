import type { CertificateFacts } from '../facts'

/** What a certificate might state. */
export const someFacts = (changes: Partial<CertificateFacts>): CertificateFacts => ({
  number: '2026660008000001',
  version: 1,
  ruleSet: 'R2026',
  act: 'approve',
  madeOn: '2026-11-29',
  registeredOn: '2026-11-29',
  unit: { zh: '八师', en: '8th Division' },
  registrar: '八师登记员',
  approvers: ['审核员甲', '审核员乙'],
  name: '棉田节水灌溉技术研究开发',
  subtype: '11',
  sellers: ['石河子大学'],
  buyers: ['二师农业农村局（示例）'],
  turnover: '2000000.00',
  technology: '1230000.50',
  signDate: '2026-10-30',
  from: '2026-10-30',
  to: '2028-10-29',
  ...changes,
})
