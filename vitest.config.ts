import { defineConfig } from 'vitest/config'

const common = { exclude: ['**/node_modules/**', 'data/**'], pool: 'forks' as const, testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // Tests beside pure code share a process: nothing in it keeps anything.
      { test: { ...common, name: 'unit', include: ['src/**/*.test.ts'], isolate: false } },
      { test: { ...common, name: 'whole', include: ['{test,simulator}/**/*.test.ts'] } },
    ],
  },
})
