import { truncate, writeFile } from 'node:fs/promises'
import { contractPdf } from '@/lib/services/demo/contract-pdf'
import { ownWord } from './fixtures/contents'
import { expect, given, registrar, test } from './fixtures/test'
import { DecisionPage } from './pages/decision'
import { EntryPage } from './pages/entry'

const unit = 'D11'
const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(contractPdf(name, [ownWord()])),
})

test('files are taken by what they are, shown in the page, and fixed after submission', async ({ as }) => {
  const { id } = await given('draft', unit)
  const entry = new EntryPage(await as(registrar(unit)))
  const { page } = entry
  await entry.open(id)
  const files = entry.section('附件')
  const upload = async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
    const choosing = page.waitForEvent('filechooser')
    await files.getByRole('button', { name: '上传合同文本（全文及签章页）' }).click()
    await (await choosing).setFiles(file)
  }
  await expect(files.getByRole('link', { name: '合同文本.pdf' })).toBeVisible()

  await test.step('a second file arrives and is taken off again', async () => {
    await upload(pdf('补充协议.pdf'))
    await expect(files.getByRole('link', { name: '补充协议.pdf' })).toBeVisible()
    await page.reload()
    await expect(files.getByRole('link', { name: '补充协议.pdf' })).toBeVisible()
    await files.getByRole('button', { name: '移除 补充协议.pdf' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '移除' }).click()
    await expect(files.getByRole('link', { name: '补充协议.pdf' })).toHaveCount(0)
  })

  await test.step('a program called .pdf is refused', async () => {
    await upload({
      name: '假合同.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ\u0090\u0000\u0003 not a document'),
    })
    await expect(files.getByText(/假合同\.pdf”?没有上传：只接收 PDF/)).toBeVisible()
  })
  await test.step('a file above the limit is refused before it is sent', async () => {
    const path = test.info().outputPath('过大.pdf')
    await writeFile(path, '%PDF-1.7\n')
    await truncate(path, 51 * 1024 * 1024)
    await upload(path)
    await expect(files.getByText(/过大\.pdf”?没有上传：文件超过 50 MB/)).toBeVisible()
  })

  await page.goto(`/contracts/${id}/check`)
  await page.getByRole('button', { name: '提交审核' }).click()
  await page.waitForURL(new RegExp(`/contracts/${id}$`))

  await test.step('submitted, it can be read and no longer changed', async () => {
    const [file]: { id: string }[] = await (await page.request.get(`/contracts/${id}/attachments`)).json()
    const deleted = await page.request.delete(`/contracts/${id}/attachments/${file?.id}`)
    expect(deleted.status()).toBe(409)
    const read = await page.request.get(`/contracts/${id}/attachments/${file?.id}`)
    expect(read.status()).toBe(200)
    expect(read.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
    })
    const decision = new DecisionPage(await as('approver'))
    await decision.open(id)
    const shown = decision.page.getByRole('region', { name: '附件' })
    await expect(shown.getByText('合同文本.pdf').first()).toBeVisible()
    await expect(shown.getByRole('button', { name: /^上传/ })).toHaveCount(0)
  })
})
