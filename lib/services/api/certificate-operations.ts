import 'server-only'
import { locales } from '@/lib/i18n/locale'
import { type Operation, type Parameter, query } from './operation'
import { verifyAnswer } from './verify-answer'

const language = query('language', '文字；en 为英文译本', 'Language; en is a translation', {
  type: 'string',
  enum: locales,
})
const pdf = ['application/pdf']

/** Papers of registered contracts, and the check of them that needs no token. `listParameters`: those of the list. */
export const certificateOperations = (
  contractId: Parameter,
  listParameters: readonly Parameter[],
): readonly Operation[] => [
  {
    id: 'readCertificate',
    method: 'get',
    path: '/contracts/{id}/certificate.pdf',
    summary: { zh: '一份合同的登记证明', en: 'The certificate of a registered contract' },
    permission: 'certificate.print',
    parameters: [contractId, language],
    files: pdf,
    success: 200,
  },
  {
    id: 'readCertificates',
    method: 'get',
    path: '/certificates.pdf',
    summary: {
      zh: '列表中登记有效的合同的登记证明，合为一个文件',
      en: 'The certificates of all registered contracts of a list, as one file',
    },
    permission: 'certificate.print',
    parameters: [language, ...listParameters],
    files: pdf,
    success: 200,
  },
  {
    id: 'readCertificateList',
    method: 'get',
    path: '/certificate-list.pdf',
    summary: {
      zh: '登记清单：列表中登记有效的合同及合计',
      en: 'One list of all registered contracts of a list, with what they add up to',
    },
    permission: 'certificate.print',
    parameters: [language, ...listParameters],
    files: pdf,
    success: 200,
  },
  {
    id: 'verifyCertificate',
    method: 'get',
    path: '/verify/{number}',
    summary: {
      zh: '核验一份登记证明或清单，无须令牌；网页地址 /verify/{number} 对要求 JSON 的请求作同样答复',
      en: 'Checks a certificate or list, without a token; the page /verify/{number} answers alike who accepts JSON',
    },
    permission: null,
    parameters: [
      {
        name: 'number',
        in: 'path',
        words: { zh: '证明或清单的编号', en: 'Number of the certificate or list' },
        schema: { type: 'string' },
      },
      query('code', '核验码', 'Check code'),
    ],
    output: verifyAnswer,
    success: 200,
  },
]
