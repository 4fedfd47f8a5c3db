import { expect, it } from 'vitest';
import { drawnSeeds } from '../../simulation/seeds/drawn';

it('the seeds of one commit are the same each time, and others for another commit', () => {
  const seeds = drawnSeeds('b0ae92c53e');
  expect(seeds).toHaveLength(60);
  expect(new Set(seeds).size).toBe(60);
  expect(drawnSeeds('b0ae92c53e')).toEqual(seeds);
  expect(drawnSeeds('612342d0aa')).not.toEqual(seeds);
});
