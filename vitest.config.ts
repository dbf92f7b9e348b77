import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/postgres/global-setup.ts'],
    // forgotten `only`s and empty runs must not look like success
    allowOnly: false,
    passWithNoTests: false,
    restoreMocks: true,
    // a busy machine takes its time; what hangs is still found
    testTimeout: 30_000,
    // most of the suite waits for processes and sockets; more workers than this only make them late
    maxWorkers: 2,
  },
});
