import 'server-only'
import { locales } from '@/lib/i18n/locale'
import { addressOf } from '../actor'
import { printCertificate } from '../certificates/print'
import { printChosen } from '../certificates/print-chosen'
import { verifyCertificate } from '../certificates/verify'
import { listParameters } from './contract-operations'
import { named, type Operation, query, word } from './operation'
import { toVerifyAnswer, verifyAnswer } from './verify-answer'

const language = query('language', '文字；en 为英文译本', 'Language; en is a translation', {
  type: 'string',
  enum: locales,
})
const pdf = ['application/pdf']

/** Papers of registered contracts, and the check of them that needs no token. */
export const certificateOperations: readonly Operation[] = [
  {
    id: 'readCertificate',
    method: 'get',
    path: '/contracts/{id}/certificate.pdf',
    summary: { zh: '一份合同的登记证明', en: 'The certificate of a registered contract' },
    permission: 'certificate.print',
    parameters: [named('合同标识', 'Contract'), language],
    files: pdf,
    success: 200,
    refusals: ['no-paper'],
    run: ({ actor, path, search }) => printCertificate(actor, { ...Object.fromEntries(search), id: path.id }),
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
    refusals: ['nothing-in-scope', 'too-many-chosen'],
    run: ({ actor, search }) => printChosen(actor, 'papers', search),
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
    refusals: ['nothing-in-scope', 'too-many-chosen'],
    run: ({ actor, search }) => printChosen(actor, 'list', search),
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
      word('number', '证明或清单的编号', 'Number of the certificate or list', '2026660008000001'),
      query('code', '核验码', 'Check code'),
    ],
    output: verifyAnswer,
    success: 200,
    refusals: ['too-many-requests'],
    run: async ({ path, search, request }) => ({
      value: toVerifyAnswer(
        await verifyCertificate(
          { number: String(path.number), code: search.get('code') ?? '' },
          addressOf(request.headers.get('x-forwarded-for')),
        ),
      ),
    }),
  },
]
