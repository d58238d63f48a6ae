import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,test,simulator}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'data/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
