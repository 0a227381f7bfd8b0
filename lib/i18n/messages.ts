import type { Locale } from './locale'
import accountsEn from './messages/en/accounts.json'
import adminEn from './messages/en/admin.json'
import apiEn from './messages/en/api.json'
import approvalsEn from './messages/en/approvals.json'
import attachmentsEn from './messages/en/attachments.json'
import auditRulesEn from './messages/en/auditRules.json'
import autosaveEn from './messages/en/autosave.json'
import campaignsEn from './messages/en/campaigns.json'
import certificatesEn from './messages/en/certificates.json'
import checkerEn from './messages/en/checker.json'
import checksEn from './messages/en/checks.json'
import commonEn from './messages/en/common.json'
import contractsEn from './messages/en/contracts.json'
import crossEn from './messages/en/cross.json'
import dashboardEn from './messages/en/dashboard.json'
import deputiesEn from './messages/en/deputies.json'
import duplicatesEn from './messages/en/duplicates.json'
import editionEn from './messages/en/edition.json'
import entryEn from './messages/en/entry.json'
import importsEn from './messages/en/imports.json'
import inboxEn from './messages/en/inbox.json'
import liveEn from './messages/en/live.json'
import mailEn from './messages/en/mail.json'
import organisationsEn from './messages/en/organisations.json'
import paletteEn from './messages/en/palette.json'
import preferencesEn from './messages/en/preferences.json'
import reconcileEn from './messages/en/reconcile.json'
import reportEn from './messages/en/report.json'
import reportEditorEn from './messages/en/reportEditor.json'
import requestsEn from './messages/en/requests.json'
import shellEn from './messages/en/shell.json'
import signInEn from './messages/en/signIn.json'
import statementEn from './messages/en/statement.json'
import statesEn from './messages/en/states.json'
import statisticsEn from './messages/en/statistics.json'
import timeEn from './messages/en/time.json'
import trailEn from './messages/en/trail.json'
import wallEn from './messages/en/wall.json'
import workEn from './messages/en/work.json'
import workRecordsEn from './messages/en/workRecords.json'
import accounts from './messages/zh-CN/accounts.json'
import admin from './messages/zh-CN/admin.json'
import api from './messages/zh-CN/api.json'
import approvals from './messages/zh-CN/approvals.json'
import attachments from './messages/zh-CN/attachments.json'
import auditRules from './messages/zh-CN/auditRules.json'
import autosave from './messages/zh-CN/autosave.json'
import campaigns from './messages/zh-CN/campaigns.json'
import certificates from './messages/zh-CN/certificates.json'
import checker from './messages/zh-CN/checker.json'
import checks from './messages/zh-CN/checks.json'
import common from './messages/zh-CN/common.json'
import contracts from './messages/zh-CN/contracts.json'
import cross from './messages/zh-CN/cross.json'
import dashboard from './messages/zh-CN/dashboard.json'
import deputies from './messages/zh-CN/deputies.json'
import duplicates from './messages/zh-CN/duplicates.json'
import edition from './messages/zh-CN/edition.json'
import entry from './messages/zh-CN/entry.json'
import imports from './messages/zh-CN/imports.json'
import inbox from './messages/zh-CN/inbox.json'
import live from './messages/zh-CN/live.json'
import mail from './messages/zh-CN/mail.json'
import organisations from './messages/zh-CN/organisations.json'
import palette from './messages/zh-CN/palette.json'
import preferences from './messages/zh-CN/preferences.json'
import reconcile from './messages/zh-CN/reconcile.json'
import report from './messages/zh-CN/report.json'
import reportEditor from './messages/zh-CN/reportEditor.json'
import requests from './messages/zh-CN/requests.json'
import shell from './messages/zh-CN/shell.json'
import signIn from './messages/zh-CN/signIn.json'
import statement from './messages/zh-CN/statement.json'
import states from './messages/zh-CN/states.json'
import statistics from './messages/zh-CN/statistics.json'
import time from './messages/zh-CN/time.json'
import trail from './messages/zh-CN/trail.json'
import wall from './messages/zh-CN/wall.json'
import work from './messages/zh-CN/work.json'
import workRecords from './messages/zh-CN/workRecords.json'

/** One namespace a file; the Chinese files are the type, `messages.test.ts` holds the English ones to it. */
const chinese = {
  accounts,
  admin,
  api,
  approvals,
  attachments,
  auditRules,
  autosave,
  campaigns,
  certificates,
  checker,
  checks,
  common,
  contracts,
  cross,
  dashboard,
  deputies,
  duplicates,
  edition,
  entry,
  imports,
  inbox,
  live,
  mail,
  organisations,
  palette,
  preferences,
  reconcile,
  report,
  reportEditor,
  requests,
  shell,
  signIn,
  states,
  statement,
  statistics,
  time,
  trail,
  wall,
  work,
  workRecords,
}

export type Messages = typeof chinese

const english = {
  accounts: accountsEn,
  admin: adminEn,
  api: apiEn,
  approvals: approvalsEn,
  attachments: attachmentsEn,
  auditRules: auditRulesEn,
  autosave: autosaveEn,
  campaigns: campaignsEn,
  certificates: certificatesEn,
  checker: checkerEn,
  checks: checksEn,
  common: commonEn,
  contracts: contractsEn,
  cross: crossEn,
  dashboard: dashboardEn,
  deputies: deputiesEn,
  duplicates: duplicatesEn,
  edition: editionEn,
  entry: entryEn,
  imports: importsEn,
  inbox: inboxEn,
  live: liveEn,
  mail: mailEn,
  organisations: organisationsEn,
  palette: paletteEn,
  preferences: preferencesEn,
  reconcile: reconcileEn,
  report: reportEn,
  reportEditor: reportEditorEn,
  requests: requestsEn,
  shell: shellEn,
  signIn: signInEn,
  states: statesEn,
  statement: statementEn,
  statistics: statisticsEn,
  time: timeEn,
  trail: trailEn,
  wall: wallEn,
  work: workEn,
  workRecords: workRecordsEn,
}

export const messages: Record<Locale, Messages> = { 'zh-CN': chinese, en: english }
