import type { UnfitFile, UnreadableFile } from './problems'
import type { Words } from './words'

/** Why a paper can't be kept, and what to upload instead. */
export const unfitFile: Record<UnfitFile, Words> = {
  empty: { zh: '文件是空的，请重新选择。', en: 'The file is empty; choose another.' },
  incomplete: {
    zh: '文件没有传完，请检查网络后重新上传。',
    en: 'The file did not arrive whole; check the connection and upload it again.',
  },
  damaged: {
    zh: '文件不完整或已损坏，请重新扫描或导出后再上传。',
    en: 'The file is cut off or damaged; scan or export it again.',
  },
  encrypted: {
    zh: 'PDF 设有密码或权限限制，请打印或另存为没有限制的 PDF 再上传。',
    en: 'The PDF is protected by a password or restrictions; print it to a new PDF without them.',
  },
  active: {
    zh: 'PDF 含有脚本、动态表单或启动命令，请打印为新的 PDF 再上传。',
    en: 'The PDF carries scripts, a dynamic form or commands; print it to a new PDF.',
  },
  mixed: {
    zh: '文件中夹带了其他格式的内容，请重新扫描或导出后再上传。',
    en: 'The file also holds something of another format; scan or export it again.',
  },
}

/** Why a table can't be read; `at` is the row, or the most there may be. */
export function unreadableFile(reason: UnreadableFile, at = 0): Words {
  switch (reason) {
    case 'empty':
      return unfitFile.empty
    case 'damaged':
      return {
        zh: `文件不完整或已损坏${at > 0 ? `（约在第 ${at} 行）` : ''}，请用 Excel 或 WPS 打开后另存一份再上传。`,
        en: `The file is cut off or damaged${at > 0 ? ` (about row ${at})` : ''}; open it in Excel or WPS and save it anew.`,
      }
    case 'encrypted':
      return {
        zh: '文件设有打开密码，请取消密码后另存再上传。',
        en: 'The file is locked with a password; save it without one.',
      }
    case 'old-excel':
      return {
        zh: '这是 Excel 97-2003 格式（.xls）或其他旧格式的文件，请另存为“Excel 工作簿（.xlsx）”再上传。',
        en: 'This is a file of Excel 97-2003 (.xls) or older; save it as an Excel workbook (.xlsx).',
      }
    case 'not-a-spreadsheet':
      return {
        zh: '这不是表格文件。请上传 Excel 工作簿（.xlsx）或 CSV 文件。',
        en: 'This is no table. Upload an Excel workbook (.xlsx) or a CSV file.',
      }
    case 'bomb':
      return {
        zh: '文件解压后过大，不予处理。请只保留需要导入的工作表，另存后再上传。',
        en: 'Unpacked, the file is far too large. Keep only the sheet to be imported and save it anew.',
      }
    case 'encoding':
      return {
        zh: '无法识别文字编码。请把 CSV 另存为“CSV UTF-8（逗号分隔）”，或直接上传 .xlsx。',
        en: 'The text encoding can’t be told. Save the CSV as “CSV UTF-8”, or upload the .xlsx itself.',
      }
    case 'too-many-rows':
      return {
        zh: `一份文件最多 ${at} 行，请分成几份上传。`,
        en: `A file may have ${at} rows; split it and upload the parts.`,
      }
    case 'too-many-columns':
      return {
        zh: `表格超过 ${at} 列，请删去不需要的列后再上传。`,
        en: `The table has more than ${at} columns; remove those not needed.`,
      }
    case 'no-headings':
      return {
        zh: '没有找到认得的表头。请下载模板，对照其中的栏目名称修改后再上传。',
        en: 'No headings that are known were found. Compare with those of the template and upload it again.',
      }
    case 'no-rows':
      return { zh: '表格中没有数据行。', en: 'The table has no rows.' }
  }
}
