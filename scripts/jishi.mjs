import { run } from './run.mjs'

run('./jishi.ts')
