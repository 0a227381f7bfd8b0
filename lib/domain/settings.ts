import { z } from 'zod'
import type { Words } from './words'

interface SettingSpec {
  label: Words
  help: Words
  schema: z.ZodType
  /** Values in force from a day on; the office may add later ones, never change a past one in use. */
  initial: readonly { from: string; value: unknown }[]
  source: string
}

const whole = (least: number, most: number) => z.number().int().min(least).max(most)
const always = '2000-01-01'
const newMeasures = '2026-03-01'

/** Dated settings: thresholds, deadlines, password and session rules. Days are Asia/Shanghai. */
export const settings = {
  largeThreshold: {
    label: {
      zh: '大额合同标准（元，按技术交易额）',
      en: 'Large contract from (yuan of technology turnover)',
    },
    help: {
      zh: '达到此数的合同须由两名审核员先后审核。',
      en: 'From this amount a contract needs two approvers.',
    },
    schema: whole(1, 1e12),
    initial: [{ from: always, value: 5_000_000 }],
    source: '《技术合同认定登记管理办法（征求意见稿）》第十四条',
  },
  reviewDays: {
    label: { zh: '一般合同审核期限（工作日）', en: 'Days to decide (working days)' },
    help: {
      zh: '自受理之日起算；退回补正的，自重新提交之日起算。',
      en: 'From acceptance; after a return, from resubmission.',
    },
    schema: whole(1, 250),
    initial: [{ from: always, value: 15 }],
    source: '《技术合同认定登记管理办法（征求意见稿）》第十四条',
  },
  reviewDaysLarge: {
    label: {
      zh: '大额或争议合同审核期限（工作日）',
      en: 'Days to decide large or disputed contracts (working days)',
    },
    help: { zh: '适用于大额合同和列为争议的合同。', en: 'For large contracts and those marked as disputed.' },
    schema: whole(1, 250),
    initial: [{ from: always, value: 30 }],
    source: '《技术合同认定登记管理办法（征求意见稿）》第十四条',
  },
  statementDays: {
    label: { zh: '陈述申辩期限（工作日）', en: 'Days for the party’s statement (working days)' },
    help: {
      zh: '撤销登记前，自告知送达次日起算。',
      en: 'Before a revocation, from the day after the notice was served.',
    },
    schema: whole(1, 60),
    initial: [{ from: always, value: 5 }],
    source: '《行政许可法》第七条；期限参照《行政处罚法》第六十四条',
  },
  ruleSet: {
    label: { zh: '适用规则', en: 'Rule set' },
    help: { zh: '按受理日期确定，记入每份合同。', en: 'By the day of acceptance; kept on each contract.' },
    schema: z.enum(['R2000', 'R2026']),
    initial: [
      { from: always, value: 'R2000' },
      { from: newMeasures, value: 'R2026' },
    ],
    source: '国科发政字〔2000〕063号；工信部《技术合同认定登记管理办法》（2026年3月1日起施行）',
  },
  attachmentMegabytes: {
    label: { zh: '单个附件上限（MB）', en: 'Largest attachment (MB)' },
    help: { zh: '超过的文件不予接收。', en: 'Larger files are not taken.' },
    schema: whole(1, 200),
    initial: [{ from: always, value: 50 }],
    source: '系统设置',
  },
  passwordLength: {
    label: { zh: '密码最短长度', en: 'Shortest password' },
    help: {
      zh: '同时须含大写、小写、数字、符号中的三类。',
      en: 'With three of: capitals, small letters, digits, symbols.',
    },
    schema: whole(8, 64),
    initial: [{ from: always, value: 10 }],
    source: 'GB/T 22239-2019 第三级 身份鉴别',
  },
  passwordDays: {
    label: { zh: '密码有效期（天，0 为不限）', en: 'Password lasts (days, 0 for ever)' },
    help: { zh: '到期后登录时须更换。', en: 'Then a new one is asked for at sign-in.' },
    schema: whole(0, 3650),
    initial: [{ from: always, value: 90 }],
    source: 'GB/T 22239-2019 第三级 身份鉴别',
  },
  passwordHistory: {
    label: { zh: '不得重复使用的旧密码个数', en: 'Earlier passwords that may not be used again' },
    help: { zh: '更换密码时逐一比对。', en: 'Compared at each change.' },
    schema: whole(0, 12),
    initial: [{ from: always, value: 3 }],
    source: 'GB/T 22239-2019 第三级 身份鉴别',
  },
  signInFailures: {
    label: { zh: '连续失败多少次后暂缓登录', en: 'Failed tries before sign-in slows down' },
    help: {
      zh: '按账号和地址计；等待时间逐次加倍，不锁死账号。',
      en: 'Per account and address; waits double, nobody is locked out for good.',
    },
    schema: whole(3, 20),
    initial: [{ from: always, value: 5 }],
    source: 'GB/T 22239-2019 第三级 身份鉴别',
  },
  apiRequestsPerMinute: {
    label: { zh: '每个接口令牌每分钟请求上限', en: 'API requests a minute for each token' },
    help: {
      zh: '超过的请求答复 429，并告知何时再试。',
      en: 'More are answered 429 and told when to try again.',
    },
    schema: whole(10, 100_000),
    initial: [{ from: always, value: 600 }],
    source: '系统设置',
  },
  verifyPerMinute: {
    label: { zh: '每个地址每分钟核验证明上限', en: 'Certificates checked a minute from one address' },
    help: { zh: '公众核验登记证明时适用。', en: 'For the public check of certificates.' },
    schema: whole(1, 10_000),
    initial: [{ from: always, value: 20 }],
    source: '系统设置',
  },
  publicPerMinute: {
    label: { zh: '每个地址每分钟查看公开页面上限', en: 'Public pages a minute from one address' },
    help: { zh: '公开年报的页面和文件合并计算。', en: 'Pages and files of published reports together.' },
    schema: whole(10, 100_000),
    initial: [{ from: always, value: 240 }],
    source: '系统设置',
  },
  idleMinutes: {
    label: { zh: '无操作自动退出（分钟）', en: 'Signed out after idling (minutes)' },
    help: { zh: '超过时间须重新登录，草稿不会丢失。', en: 'Then sign-in is asked for; drafts are kept.' },
    schema: whole(5, 720),
    initial: [{ from: always, value: 30 }],
    source: 'GB/T 22239-2019 第三级 身份鉴别',
  },
} as const satisfies Record<string, SettingSpec>

export type SettingKey = keyof typeof settings
export const settingKeys = Object.keys(settings) as SettingKey[]
export type SettingValue<K extends SettingKey> = z.output<(typeof settings)[K]['schema']>
export type Settings = { [K in SettingKey]: SettingValue<K> }

/** The values in force on a day, from dated rows in any order. */
export function settingsOn(
  day: string,
  rows: readonly { key: string; validFrom: string; value: unknown }[],
): Settings {
  return Object.fromEntries(
    settingKeys.map((key) => {
      const inForce = rows
        .filter((row) => row.key === key && row.validFrom <= day)
        .reduce<{ validFrom: string; value: unknown } | null>(
          (latest, row) => (latest && latest.validFrom > row.validFrom ? latest : row),
          null,
        )
      return [key, settings[key].schema.parse(inForce?.value ?? settings[key].initial[0].value)]
    }),
  ) as unknown as Settings
}
