import 'server-only'
import { z } from 'zod'
import { fileHeaders, type ListedFile, mediaTypes } from '@/lib/domain/attachments/files'
import { codeList } from '@/lib/domain/contract/code-lists'
import { toWire } from '@/lib/domain/contract/kinds'
import { arrivingFile } from '../attachments/arriving-file'
import { enterReceived, upload } from '../attachments/attach'
import { detach } from '../attachments/detach'
import { openAttachment, readAttachments } from '../attachments/read'
import { serve } from '../attachments/serve'
import { enterEvidence, openEvidence, removeEvidence, sendEvidence, sentEvidence } from '../requests/evidence'
import { acting, type Call, named, type Operation, type Parameter, reader, text } from './operation'

const contract = named('合同标识', 'Contract')
const takes = ({ id }: Call['path']) => ({ contract: id })
const file = { id: z.uuid(), fileName: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string() }
const listed = z.looseObject({
  ...file,
  kind: z.string(),
  addedBy: z.string(),
  addedAt: z.iso.datetime(),
})
const paper = z.looseObject(file)

const nameHeader: Parameter = {
  name: fileHeaders.name,
  in: 'header',
  words: { zh: '文件名，按 URL 编码', en: 'Name of the file, percent-encoded' },
  schema: text,
  example: '%E5%90%88%E5%90%8C.pdf',
}
const kindHeader: Parameter = {
  name: fileHeaders.kind,
  in: 'header',
  words: { zh: '附件种类', en: 'Kind of attachment' },
  schema: { type: 'string', enum: codeList('attachmentKind').map(({ code }) => code) },
  example: 'ATT01',
}
const types = Object.keys(mediaTypes)
const unfit = ['too-large', 'wrong-type', 'unfit-file'] as const

/** Files of contracts, and the papers that requests rest on. The body of an upload is the file itself. */
export const attachmentOperations: readonly Operation[] = [
  reader({
    id: 'listAttachments',
    path: '/contracts/{id}/attachments',
    summary: { zh: '合同的附件', en: 'Files of a contract' },
    permission: 'contract.read',
    parameters: [contract],
    output: z.object({ attachments: z.array(listed) }),
    read: async ({ actor, path }) => ({ attachments: await readAttachments(actor, takes(path)) }),
  }),
  {
    id: 'attachFile',
    method: 'post',
    path: '/contracts/{id}/attachments',
    summary: { zh: '上传附件，正文即文件', en: 'Attach a file; the body is the file' },
    permission: 'contract.attach',
    parameters: [contract, kindHeader, nameHeader],
    output: listed,
    upload: true,
    success: 201,
    refusals: ['wrong-status', ...unfit],
    act: { verb: enterReceived, says: attached },
    run: async ({ actor, path, request }) => {
      const { paper, parts, announced } = arrivingFile(request)
      return attached(await upload(actor, { contract: String(path.id), ...paper }, parts, announced))
    },
  },
  {
    id: 'readAttachment',
    method: 'get',
    path: '/contracts/{id}/attachments/{file}',
    summary: { zh: '一个附件的内容', en: 'The bytes of a file' },
    permission: 'contract.read',
    parameters: [contract, named('附件标识', 'File', 'file')],
    files: types,
    success: 200,
    run: async ({ actor, path, request }) =>
      serve(await openAttachment(actor, { contract: path.id, id: path.file }), request, 'attachment'),
  },
  acting(detach, {
    id: 'detachFile',
    path: '/contracts/{id}/attachments/{file}/remove',
    summary: { zh: '移除附件', en: 'Take a file off a contract' },
    parameters: [contract, named('附件标识', 'File', 'file')],
    takes: ({ id, file }) => ({ contract: id, id: file }),
    output: z.object({ id: z.uuid() }),
    refusals: ['wrong-status'],
    example: {},
  }),
  reader({
    id: 'listEvidence',
    path: '/contracts/{id}/evidence',
    summary: {
      zh: '为该合同的申请已上传、尚未随申请提交的依据材料',
      en: 'Papers you have sent for a request on the contract that is still to be made',
    },
    permission: 'request.ask',
    parameters: [contract],
    output: z.object({ evidence: z.array(paper) }),
    read: async ({ actor, path }) => ({ evidence: await sentEvidence(actor, takes(path)) }),
  }),
  {
    id: 'sendEvidence',
    method: 'post',
    path: '/contracts/{id}/evidence',
    summary: {
      zh: '上传申请的依据材料，正文即文件',
      en: 'Send a paper a request will rest on; the body is the file',
    },
    permission: 'request.ask',
    parameters: [contract, nameHeader],
    output: paper,
    upload: true,
    success: 201,
    refusals: ['not-registered', 'request-open', ...unfit],
    act: { verb: enterEvidence, says: sent },
    run: async ({ actor, path, request }) => {
      const { paper, parts, announced } = arrivingFile(request)
      const { fileName } = paper
      return sent(await sendEvidence(actor, { contract: String(path.id), fileName }, parts, announced))
    },
  },
  {
    id: 'readEvidence',
    method: 'get',
    path: '/evidence/{id}',
    summary: { zh: '一份依据材料的内容', en: 'The bytes of a paper' },
    permission: 'request.read',
    parameters: [named('材料标识', 'Paper')],
    files: types,
    success: 200,
    run: async ({ actor, path, request }) => serve(await openEvidence(actor, path), request, 'attachment'),
  },
  acting(removeEvidence, {
    id: 'removeEvidence',
    path: '/evidence/{id}/remove',
    summary: {
      zh: '移除尚未随申请提交的材料',
      en: 'Take back a paper of a request that is still to be made',
    },
    parameters: [named('材料标识', 'Paper')],
    output: z.object({ id: z.uuid() }),
    example: {},
  }),
]

function attached(file: unknown) {
  const { id } = file as ListedFile
  return { value: toWire(file), status: 201 as const, location: `attachments/${id}` }
}

function sent(file: unknown) {
  const { id } = file as { id: string }
  return { value: toWire(file), status: 201 as const, location: `/api/v1/evidence/${id}` }
}
