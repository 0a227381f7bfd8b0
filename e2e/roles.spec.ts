import type { Permission } from '@/lib/domain/access/permissions'
import { may } from '@/lib/domain/access/permissions'
import { type Role, roleNames } from '@/lib/domain/access/roles'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { ask } from '@/lib/services/requests/ask'
import { campaignOn } from './fixtures/campaign'
import { expect, given, registrar, test, who } from './fixtures/test'

const year = Number(shanghaiDate(new Date()).slice(0, 4))

const accounts: Record<Role, string> = {
  registrar: registrar('D06'),
  approver: 'approver',
  auditor: 'auditor',
  leader: 'leader',
  admin: 'admin',
  security: 'security',
}

/** Every page of the house and the permission that opens it; the contract is a registered one of the sixth division. */
const pages = async (): Promise<[path: string, permission: Permission][]> => {
  const { id } = await given('registered', 'D06')
  const draft = await given('draft', 'D06')
  const asked = await given('registered', 'D06')
  const request = await ask(await who(registrar('D06')), {
    id: asked.id,
    kind: 'correct',
    patch: { name: `${asked.content.name}（更正）` },
    reason: 'C99',
    text: '名称录入有误。',
  })
  const leader = await who('leader')
  const campaign = await campaignOn('D06')
  return [
    [routes.contracts(), 'contract.read'],
    [routes.contract(id), 'contract.read'],
    [routes.contractsExport({ format: 'csv' }), 'contract.export'],
    [routes.newContract(), 'contract.create'],
    [routes.editContract(draft.id), 'contract.save'],
    [routes.checkContract(draft.id), 'contract.save'],
    [routes.newRequest(id), 'request.ask'],
    [routes.requests(), 'request.read'],
    [routes.request(request.id), 'request.read'],
    [routes.approvals(), 'desk.read'],
    [routes.approval(id), 'desk.read'],
    [routes.statistics(year), 'statistics.read'],
    [routes.statisticsCell(year, 'headline'), 'statistics.read'],
    [routes.report(year), 'statistics.read'],
    [routes.editReport(year), 'report.comment'],
    [routes.checkReport(), 'statistics.read'],
    [routes.organisations(), 'organisation.read'],
    [routes.work.registers(), 'work.read'],
    [routes.work.records('trainings'), 'work.read'],
    [routes.work.export('trainings', { template: 1 }), 'work.read'],
    [routes.work.inflow(), 'inflow.read'],
    [routes.audit.campaigns(), 'campaign.read'],
    [routes.audit.newCampaign(), 'audit.run'],
    [routes.audit.campaign(campaign), 'campaign.read'],
    [routes.audit.campaignExport(campaign, 'xlsx'), 'campaign.read'],
    [routes.audit.rules(), 'audit.read'],
    [routes.audit.rule('Q01', { year }), 'audit.read'],
    [routes.admin.accounts(), 'account.read'],
    [routes.admin.newAccount(), 'account.write'],
    [routes.admin.account(leader.id), 'account.read'],
    [routes.admin.units(), 'unit.write'],
    [routes.admin.unit('D06'), 'unit.write'],
    [routes.admin.settings(), 'setting.write'],
    [routes.admin.setting('largeThreshold'), 'setting.write'],
    [routes.admin.calendar(year), 'setting.write'],
    [routes.admin.codes('contractType'), 'code.write'],
    [routes.trail(), 'trail.read'],
    [routes.trailExport(), 'trail.read'],
    [routes.inbox(), 'account.self'],
    [routes.inboxSettings(), 'account.self'],
    [routes.inboxCount(), 'account.self'],
    [routes.admin.mail(), 'account.read'],
    [routes.changePassword(), 'account.self'],
  ]
}

for (const role of roleNames) {
  test(`${role}: every page opens or says that it may not`, async ({ as }) => {
    const page = await as(accounts[role])
    const answers: Record<string, number> = {}
    const declared: Record<string, number> = {}
    for (const [path, permission] of await pages()) {
      const response = await page.request.get(path, { maxRedirects: 0 })
      const at = path.replace(/[0-9a-f-]{36}/, 'ID')
      answers[at] = response.status()
      declared[at] = may(role, permission) ? 200 : 403
    }
    expect(answers).toEqual(declared)
  })
}

test('without a session every page leads to sign-in and every route refuses', async ({ request }) => {
  for (const [path] of await pages()) {
    const response = await request.get(path, { maxRedirects: 0 })
    if (path.includes('/export')) expect([307, 401], path).toContain(response.status())
    else {
      expect(response.status(), path).toBe(307)
      expect(response.headers().location, path).toContain('/sign-in')
    }
  }
})

test('the page of a refusal names the role and leads home', async ({ as }) => {
  const page = await as('admin')
  await page.goto('/contracts')
  await expect(page.getByRole('heading', { name: '您没有权限打开这一页' })).toBeVisible()
  await expect(page.getByText('系统管理员').first()).toBeVisible()
})

test('an administrator reads no contract anywhere, nor does the security auditor', async ({ as, apiAs }) => {
  const { id, content } = await given('registered', 'D06')
  for (const username of ['admin', 'security']) {
    const page = await as(username)
    for (const path of [routes.contract(id), routes.approval(id), `/contracts/${id}/attachments`]) {
      const response = await page.request.get(path)
      expect([403, 404], path).toContain(response.status())
      expect(await response.text()).not.toContain(content.name)
    }
    const api = await apiAs(username)
    expect((await api.get(`/api/v1/contracts/${id}`)).status()).toBe(403)
    expect((await api.get(`/api/v1/statistics/${year}`)).status()).toBe(403)
  }
})
