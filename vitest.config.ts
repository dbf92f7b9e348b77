import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // forgotten `only`s and empty runs must not look like success
    allowOnly: false,
    passWithNoTests: false,
    restoreMocks: true,
    // most of the suite waits for processes and sockets; more workers than this only make them late
    maxWorkers: 2,
  },
});
