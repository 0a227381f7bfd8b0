import type { Choice, Command } from '@/components/shell/palette/command'
import type { IconName } from '@/components/ui/icon'
import { may, type Permission } from '@/lib/domain/access/permissions'
import type { Role } from '@/lib/domain/access/roles'
import { kindOf, workKindNames } from '@/lib/domain/work-records/kinds'
import { messages } from '@/lib/i18n/messages'
import { routes } from '@/lib/routes'
import { placesOf } from './places'

type Declared = Command & { permission: Permission }

/** What can be done from wherever one is. `page` stands for the element of the open page marked `data-command`. */
const acts: readonly Declared[] = [
  {
    id: 'contract.new',
    permission: 'contract.create',
    words: { zh: '新建合同', en: 'New contract' },
    icon: 'plus',
    doing: { href: routes.newContract() },
    also: ['录入', 'enter', 'add'],
  },
  {
    id: 'request.new',
    permission: 'request.ask',
    words: { zh: '对本合同提出申请', en: 'Ask for a change of this contract' },
    icon: 'plus',
    doing: { page: 'request.new' },
    also: ['更正', '变更', '注销', '撤销', 'correct', 'cancel', 'revoke', 'request'],
  },
  {
    id: 'contract.import',
    permission: 'contract.import',
    words: { zh: '导入合同', en: 'Import contracts' },
    icon: 'file',
    doing: { href: routes.imports() },
    also: ['excel', 'csv', '上传', 'upload'],
  },
  {
    id: 'list.xlsx',
    permission: 'contract.export',
    words: { zh: '将本列表导出为 Excel', en: 'Export this list to Excel' },
    icon: 'download',
    doing: { page: 'list.xlsx' },
    also: ['下载', 'download', 'xlsx'],
  },
  {
    id: 'list.csv',
    permission: 'contract.export',
    words: { zh: '将本列表导出为 CSV', en: 'Export this list to CSV' },
    icon: 'download',
    doing: { page: 'list.csv' },
    also: ['下载', 'download'],
  },
  {
    id: 'campaign.plan',
    permission: 'audit.run',
    words: { zh: '开展自查', en: 'Plan a self-audit' },
    icon: 'plus',
    doing: { href: routes.audit.newCampaign() },
    also: ['campaign', '抽查'],
  },
  {
    id: 'account.new',
    permission: 'account.write',
    words: { zh: '新建账号', en: 'New account' },
    icon: 'plus',
    doing: { href: routes.admin.newAccount() },
    also: ['用户', 'user'],
  },
]

/** Pages that stand in no bar. */
const pages: readonly Declared[] = [
  {
    id: 'page.inbox',
    permission: 'account.self',
    words: { zh: messages['zh-CN'].shell.navInbox, en: messages.en.shell.navInbox },
    icon: 'bell',
    doing: { href: routes.inbox() },
    keys: ['g', 'i'],
  },
  page(
    'inbox.settings',
    'account.self',
    '邮件提醒与代办',
    'Mail and deputies',
    routes.inboxSettings(),
    'dial',
    ['请假', 'delegate', 'leave'],
  ),
  page('report', 'statistics.read', '年度报告', 'Annual report', routes.report(), 'file', ['年报']),
  page('report.check', 'statistics.read', '报告数字核对', 'Check a report', routes.checkReport(), 'check', [
    '核稿',
    'checker',
  ]),
  page('cross', 'statistics.read', '交叉表', 'Cross-table', routes.cross(), 'chart', ['透视', 'pivot']),
  page('wall', 'statistics.read', '大屏', 'Wall screen', routes.wall(), 'eye', ['屏幕', 'screen']),
  page('audit.rules', 'audit.read', '自查规则', 'Audit rules', routes.audit.rules(), 'list'),
  page('inflow', 'inflow.read', '吸纳技术', 'Inflow', routes.work.inflow(), 'list', ['流入']),
  page('codes', 'code.write', '代码对照', 'Code mappings', routes.admin.codes(), 'list', ['映射']),
  ...workKindNames.map((name) =>
    page(
      `work.${name}`,
      'work.read',
      kindOf(name).words.zh,
      kindOf(name).words.en,
      routes.work.records(name),
      'list',
    ),
  ),
  page('api', 'account.self', '接口说明', 'API description', routes.apiDocs(), 'external', ['openapi']),
  page('preferences', 'account.self', '偏好设置', 'Preferences', routes.preferences(), 'dial', [
    '语言',
    '外观',
    'settings',
  ]),
  page('password', 'account.self', '修改密码', 'Change password', routes.changePassword(), 'lock'),
]

const choices: readonly Declared[] = [
  choice('theme.light', '浅色外观', 'Light appearance', { name: 'theme', value: 'light' }, ['theme', '主题']),
  choice('theme.dark', '深色外观', 'Dark appearance', { name: 'theme', value: 'dark' }, [
    'theme',
    '主题',
    '夜间',
    'night',
  ]),
  choice('theme.system', '外观跟随系统', 'Appearance as the system', { name: 'theme', value: 'system' }, [
    'theme',
    '主题',
  ]),
  choice('language.zh', '切换为中文', 'Switch to Chinese', { name: 'language', value: 'zh-CN' }, [
    '语言',
    '中文',
    'language',
  ]),
  choice('language.en', '切换为英文', 'Switch to English', { name: 'language', value: 'en' }, [
    '语言',
    'language',
  ]),
  choice('density.compact', '紧凑排版', 'Compact layout', { name: 'density', value: 'compact' }, [
    '密度',
    'density',
  ]),
  choice('density.comfortable', '舒展排版', 'Comfortable layout', { name: 'density', value: 'comfortable' }, [
    '密度',
    'density',
  ]),
]

const last: readonly Declared[] = [
  {
    id: 'help',
    permission: 'account.self',
    words: { zh: '键盘快捷键', en: 'Keyboard shortcuts' },
    icon: 'info',
    doing: { help: true },
    keys: ['?'],
  },
  {
    id: 'sign-out',
    permission: 'account.self',
    words: { zh: '退出登录', en: 'Sign out' },
    icon: 'lock',
    doing: { leave: routes.signOut() },
    also: ['登出', 'log out'],
  },
]

/** Everything this role may do from the palette: acts, places, pages, choices. What it may not do is not among them. */
export function commandsOf(role: Role): Command[] {
  const places = placesOf(role).map(
    ({ id, permission, word, href, icon, letter }): Declared => ({
      id: `place.${id}`,
      permission,
      words: { zh: messages['zh-CN'].shell[word], en: messages.en.shell[word] },
      icon,
      doing: { href },
      keys: ['g', letter],
    }),
  )
  return [...acts, ...places, ...pages, ...choices, ...last]
    .filter(({ permission }) => may(role, permission))
    .map(({ permission: _, ...command }) => command)
}

function page(
  id: string,
  permission: Permission,
  zh: string,
  en: string,
  href: string,
  icon: IconName,
  also: readonly string[] = [],
): Declared {
  return { id: `page.${id}`, permission, words: { zh, en }, icon, doing: { href }, also }
}

function choice(id: string, zh: string, en: string, choose: Choice, also: readonly string[]): Declared {
  return { id, permission: 'account.self', words: { zh, en }, icon: 'dial', doing: { choose }, also }
}
