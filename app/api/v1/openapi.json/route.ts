import { openApi } from '@/lib/services/api/openapi'

/** The description of the API; public, as it holds no data. */
export const GET = () => Response.json(openApi(), { headers: { 'Cache-Control': 'public, max-age=300' } })
