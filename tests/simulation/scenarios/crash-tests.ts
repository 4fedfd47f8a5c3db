import { describe, expect, it } from 'vitest';
import { everyCrash } from './run-story';
import { STORIES } from './stories';

/** A story costs up to half a minute; the machine may be busy with other work. */
const STORY_MS_MAX = 300_000;
/** The files share the stories, so that they are played side by side. */
const PARTS = 4;

export function crashTests(part: number): void {
  describe('killed at every effect, it ends as if it had not been', () => {
    const stories = STORIES.filter((_, at) => at % PARTS === part - 1);
    it.each(stories)('$name', { timeout: STORY_MS_MAX }, async (story) => {
      const { points, played } = await everyCrash(story);
      expect(played).toBeGreaterThan(10);
      expect(points).toBeGreaterThan(played);
    });
  });
}
