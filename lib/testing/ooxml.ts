import { zipSync } from 'fflate'

const bytes = (text: string) => new TextEncoder().encode(text)
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface MadeSheet {
  name: string
  state?: 'hidden' | 'veryHidden'
  /** The whole part, or what stands within `sheetData`. */
  data: string
  after?: string
}

/** A workbook put together by hand, in the manner of a writer: what differs between them is given as it is. */
export function madeWorkbook(
  sheets: readonly MadeSheet[],
  {
    shared,
    styles,
    properties = '',
    prefix = '',
    absolute = false,
    extra = {},
  }: {
    shared?: string
    styles?: string
    /** Of the workbook: `date1904="1"`. */
    properties?: string
    /** Some writers give every tag a prefix. */
    prefix?: string
    absolute?: boolean
    extra?: Record<string, string>
  } = {},
): Uint8Array {
  const p = prefix === '' ? '' : `${prefix}:`
  const ns = prefix === '' ? `xmlns="${main}"` : `xmlns:${prefix}="${main}"`
  const target = (name: string) => (absolute ? `/xl/${name}` : name)
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="${absolute ? '/xl/workbook.xml' : 'xl/workbook.xml'}"/></Relationships>`,
    'xl/workbook.xml': `${head}<${p}workbook ${ns} xmlns:r="${relations}"><${p}workbookPr ${properties}/><${p}sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<${p}sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</${p}sheets></${p}workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="${target(`worksheets/sheet${at + 1}.xml`)}"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId90" Type="${relations}/styles" Target="${target('styles.xml')}"/><Relationship Id="rId91" Type="${relations}/sharedStrings" Target="${target('sharedStrings.xml')}"/></Relationships>`,
    ...(styles && { 'xl/styles.xml': `${head}<${p}styleSheet ${ns}>${styles}</${p}styleSheet>` }),
    ...(shared && { 'xl/sharedStrings.xml': `${head}<${p}sst ${ns}>${shared}</${p}sst>` }),
    ...extra,
  }
  for (const [at, { data, after = '' }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = data.startsWith('<?xml')
      ? data
      : `${head}<${p}worksheet ${ns}><${p}sheetData>${data}</${p}sheetData>${after}</${p}worksheet>`
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, bytes(text)])), {
    level: 1,
  })
}
