import { describe, expect, it } from 'vitest';
import { everyCrash } from './run-story';
import type { Story } from './story';

const STORY_MS_MAX = 120_000;

/** The files share the stories, so that they are played side by side. */
export function crashTests(stories: readonly Story[]): void {
  describe('killed at every effect, it ends as if it had not been', () => {
    it.each(stories)('$name', { timeout: STORY_MS_MAX }, async (story) => {
      const { points, played } = await everyCrash(story);
      expect(played).toBeGreaterThan(10);
      expect(points).toBeGreaterThan(played);
    });
  });
}
