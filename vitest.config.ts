import { defineConfig } from 'vitest/config';

/** A real browser starts, and a first sync takes its time on a small machine. */
const E2E_TEST_MS_MAX = 240_000;
const E2E_HOOK_MS_MAX = 180_000;
const E2E_POLL_MS_MAX = 45_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/simulation/**/*.test.ts'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: E2E_TEST_MS_MAX,
          hookTimeout: E2E_HOOK_MS_MAX,
          // By itself a poll gives up after one second, which on a busy machine is nothing.
          expect: { poll: { timeout: E2E_POLL_MS_MAX, interval: 100 } },
        },
      },
    ],
  },
});
