import { expect, test } from 'vitest';
import { Queue, queueOf } from '../../../utils/platform/queue';
import { sha256Of } from '../../../utils/platform/sha256';

test('work is done one after the other, and what fails holds nobody up', async () => {
  const queue = new Queue();
  const done: string[] = [];
  const slow = queue.add(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push('slow');
  });
  const failing = queue.add(async () => {
    done.push('failing');
    throw new Error('no');
  });
  const last = queue.add(async () => done.push('last'));
  await slow;
  await expect(failing).rejects.toThrow('no');
  await last;
  expect(done).toEqual(['slow', 'failing', 'last']);
});

test('whoever shares an owner shares its queue', () => {
  const owner = {};
  expect(queueOf(owner)).toBe(queueOf(owner));
  expect(queueOf(owner)).not.toBe(queueOf({}));
});

test('a text and a file with the same bytes have the same digest', async () => {
  const text = 'reçu';
  expect(await sha256Of(text)).toBe(await sha256Of(new Blob([text])));
  expect(await sha256Of('')).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
});
