import { readFileSync } from 'node:fs'
import { routes } from '@/lib/routes'
import { expectSound } from './fixtures/sound'
import { expect, test } from './fixtures/test'

const report = `2015年技术市场年报
2015年，兵团共登记技术合同200项，成交额1000.00万元。其中，技术开发合同登记50项，成交额250.00万元，占总成交额的35.00%。`

test('a pasted report shows the share that is wrong, and what it should be', async ({ as }) => {
  const page = await as('leader')
  await page.goto(routes.checkReport())
  await page.getByLabel('报告文字').fill(report)
  // Sent again until the page's scripts have arrived; a second check comes to the same.
  await expect(async () => {
    await page.getByRole('button', { name: '核对', exact: true }).click()
    await expect(page.getByText('核对完毕：错误 1 处')).toBeVisible({ timeout: 2000 })
  }).toPass()
  const finding = page.getByRole('listitem').filter({ hasText: '35.00%' })
  await expect(finding.getByRole('insertion')).toHaveText('25.00%')
  await expectSound(page, 'checked report', true)
  await finding.getByRole('link', { name: '查看原文第 1 处' }).click()
  const mark = page.locator('mark').filter({ hasText: '35.00%' })
  await expect(mark).toBeInViewport()
  await mark.getByRole('link').click()
  await expect(finding).toBeInViewport()
})

test('nothing pasted is said at the field', async ({ as }) => {
  const page = await as('leader')
  await page.goto(routes.checkReport())
  const field = page.getByLabel('报告文字')
  await expect(async () => {
    await page.getByRole('button', { name: '核对', exact: true }).click()
    await expect(field).toHaveAttribute('aria-invalid', 'true', { timeout: 2000 })
  }).toPass()
  await expect(field).toHaveAccessibleDescription(/请先选择文件或粘贴报告文字/)
})

/** Files by what they are, whatever their names say, and the answer to each. */
const notDocuments: [name: string, body: Buffer, said: RegExp][] = [
  ['picture.docx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /不是可以核对的文件/],
  [
    'old.doc.docx',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')]),
    /旧版 Word/,
  ],
  [
    'locked.docx',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    /密码保护/,
  ],
  ['cut.pdf', Buffer.from('%PDF-1.7 1 0 obj'), /已损坏或不完整/],
  ['empty.txt', Buffer.alloc(0), /文件是空的/],
]

test('a file of text is checked and comes back as Word with comments', async ({ as }) => {
  const page = await as('leader')
  await page.goto(routes.checkReport())
  const file = { name: '2015年报.txt', mimeType: 'text/plain', buffer: Buffer.from(report) }
  await expect(async () => {
    await page.locator('input[type=file]').setInputFiles(file)
    await expect(page.getByText('已选文件：2015年报.txt')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await expect(page.getByText('核对完毕：错误 1 处')).toBeVisible()
  await expectSound(page, 'checked file', true)
  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载带批注的 Word' }).click()
  const download = await arriving
  expect(download.suggestedFilename()).toBe('2015年报（核对批注）.docx')
  const word = readFileSync(await download.path())

  // What came back is a Word file that can be checked as well, and says the same.
  await page.locator('input[type=file]').setInputFiles({ name: 'again.docx', mimeType: '', buffer: word })
  await expect(page.getByText('已选文件：again.docx')).toBeVisible()
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '35.00%' }).getByText('第 2 段')).toBeVisible()
})

test('what can’t be checked is answered in words', async ({ as }) => {
  const page = await as('leader')
  await page.goto(routes.checkReport())
  for (const [name, buffer, said] of notDocuments) {
    await expect(async () => {
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer })
      await expect(page.getByText(`已选文件：${name}`)).toBeVisible({ timeout: 2000 })
    }).toPass()
    await page.getByRole('button', { name: '核对', exact: true }).click()
    await expect(page.locator('form').getByText(said)).toBeVisible()
  }
})

test('200 MB are refused before they are taken', async ({ as }) => {
  const page = await as('leader')
  await page.goto(routes.checkReport())
  const status = await page.evaluate(async (address) => {
    const body = new Blob(Array(200).fill(new Uint8Array(2 ** 20)))
    const answer = await fetch(address, { method: 'POST', body }).catch(() => null)
    // A server that answers before all has come may close the line under what still does.
    return answer?.status ?? 'closed'
  }, routes.checkReportFile())
  expect([413, 'closed']).toContain(status)
})
