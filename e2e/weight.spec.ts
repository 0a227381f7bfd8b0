import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { expect, given, test } from './fixtures/test'
import { DashboardPage } from './pages/dashboard'

const year = Number(shanghaiDate(new Date()).slice(0, 4))

/** Bytes of a script of the build, compressed as it travels. */
const weight = (address: string) =>
  gzipSync(readFileSync(`.next/${address.replace(/^\/_next\//, '')}`)).length
const sum = (addresses: Iterable<string>) => [...addresses].reduce((all, one) => all + weight(one), 0)

/** What every page of the framework loads, whatever it shows. */
function frameworksOwn(): Set<string> {
  const { rootMainFiles, polyfillFiles } = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8'))
  return new Set([...rootMainFiles, ...polyfillFiles].map((file: string) => `/_next/${file}`))
}

test('a dashboard’s first view adds at most 60 kB of script, its charts at most 150 kB more and later', async ({
  as,
}) => {
  await given('registered', 'D11')
  const dashboard = new DashboardPage(await as('leader'))
  const { page } = dashboard
  const html = await (await page.request.get(routes.dashboard(year))).text()
  // Named in the page, as a script of its own or as what a part of it is made of: either is loaded before anybody does anything.
  const first = new Set(
    [...html.matchAll(/\/_next\/static\/chunks\/[^"'\\<>\s]+?\.js/g)].map(([address]) => address),
  )
  const own = frameworksOwn()
  const added = [...first].filter((address) => !own.has(address))
  expect(added.length).toBeGreaterThan(0)

  // Links fetch other pages ahead; they are kept from it, so that what comes later belongs to this one.
  await page.route('**/*', (route) =>
    route.request().headers()['next-router-prefetch'] ? route.abort() : route.continue(),
  )
  const loaded = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/_next/') && pathname.endsWith('.js')) loaded.add(pathname)
  })
  await dashboard.open(year)
  await dashboard.panel('types').scrollIntoViewIfNeeded()
  await expect(dashboard.drawn('types')).toBeVisible()
  const later = [...loaded].filter((address) => !first.has(address))
  expect(later.length).toBeGreaterThan(0)

  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  console.log(
    `dashboard: first view adds ${kilobytes(sum(added))} to the framework's ${kilobytes(sum(own))}, charts ${kilobytes(sum(later))} later`,
  )
  expect(sum(added)).toBeLessThanOrEqual(60_000)
  expect(sum(later)).toBeLessThanOrEqual(150_000)
})
