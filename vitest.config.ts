import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/run/longest-first.ts';

/**
 * A real browser starts, and a first sync takes its time on a small machine: the longest takes 130 s
 * with the others beside it, and three times that where both processors are busy with other work.
 */
const E2E_TEST_MS_MAX = 480_000;
const E2E_HOOK_MS_MAX = 480_000;
const E2E_POLL_MS_MAX = 45_000;

/** Several times what the longest test needs alone: both processors may be busy with other work. */
const UNIT_TEST_MS_MAX = 60_000;
const SIMULATION_TEST_MS_MAX = 120_000;

/** Short-lived objects are most of what a test makes; with more room for them few are moved. */
const ROOM = ['--max-semi-space-size=64'];

/**
 * Files of one project share a process, and load what they have in common once: none of them
 * leaves anything behind that another one would see.
 */
const TOGETHER = { isolate: false, execArgv: ROOM };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // Dexie looks for a database once, when it is first loaded, by whichever file that is.
          setupFiles: ['fake-indexeddb/auto', 'tests/all-texts.ts'],
          environment: 'node',
          testTimeout: UNIT_TEST_MS_MAX,
          hookTimeout: UNIT_TEST_MS_MAX,
          ...TOGETHER,
        },
      },
      {
        test: {
          name: 'simulation',
          include: ['tests/simulation/**/*.test.ts'],
          setupFiles: ['tests/all-texts.ts'],
          environment: 'node',
          testTimeout: SIMULATION_TEST_MS_MAX,
          hookTimeout: SIMULATION_TEST_MS_MAX,
          ...TOGETHER,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          setupFiles: ['tests/all-texts.ts'],
          environment: 'node',
          testTimeout: UNIT_TEST_MS_MAX,
          hookTimeout: UNIT_TEST_MS_MAX,
          ...TOGETHER,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/harness/kept-folder.ts',
          setupFiles: ['tests/all-texts.ts'],
          environment: 'node',
          testTimeout: E2E_TEST_MS_MAX,
          hookTimeout: E2E_HOOK_MS_MAX,
          // By itself a poll gives up after one second, which on a busy machine is nothing.
          expect: { poll: { timeout: E2E_POLL_MS_MAX, interval: 100 } },
          ...TOGETHER,
        },
      },
    ],
  },
});
