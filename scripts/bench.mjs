import { run } from './run.mjs'

run('./bench.ts')
