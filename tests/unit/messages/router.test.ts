import { describe, expect, it, vi } from 'vitest';
import { routeMessage } from '../../../utils/messages/router';
import { phrase } from '../../../utils/wording/phrase';

const ORIGIN = 'chrome-extension://abc';
const page = { id: 'abc', url: `${ORIGIN}/popup.html` };
const guest = { id: 'abc', url: 'https://qbo.intuit.com/app/invoice?txnId=1' };

function deps() {
  return {
    extensionId: 'abc',
    extensionOrigin: ORIGIN,
    refusalOf: async () => ({ what: phrase('request.failed'), technical: 'boom' }),
    handle: vi.fn(async () => 'done'),
  };
}

describe('messages to the worker', () => {
  it('are answered in an envelope', async () => {
    const d = deps();
    const answer = await routeMessage({ name: 'app.get', request: {} }, page, d);
    expect(answer).toEqual({ ok: true, value: 'done' });
    expect(d.handle).toHaveBeenCalledWith('app.get', {});
  });

  it('that are for somebody else are left alone', () => {
    expect(
      routeMessage({ target: 'offscreen', name: 'history.build' }, page, deps()),
    ).toBeUndefined();
    expect(routeMessage({ name: 'changed' }, page, deps())).toBeUndefined();
    expect(routeMessage('hello', page, deps())).toBeUndefined();
  });

  it.each([
    ['another extension', { id: 'evil', url: `${ORIGIN}/popup.html` }],
    ['a web page', { id: 'abc', url: 'https://evil.example/' }],
    ['a page that imitates our address', { id: 'abc', url: 'chrome-extension://abcd/popup.html' }],
    ['nobody', {}],
  ])('from %s are refused', async (_who, sender) => {
    const d = deps();
    const answer = await routeMessage({ name: 'app.get', request: {} }, sender, d);
    expect(answer).toMatchObject({ ok: false });
    expect(d.handle).not.toHaveBeenCalled();
  });

  it('from a content script may not do what only our own pages may', async () => {
    const d = deps();
    for (const name of ['run.apply', 'setup.saveClients', 'history.export', 'app.get']) {
      expect(await routeMessage({ name, request: {} }, guest, d)).toMatchObject({ ok: false });
    }
    expect(d.handle).not.toHaveBeenCalled();
  });

  it('with a body that does not fit are refused', async () => {
    const d = deps();
    const bad = { name: 'run.apply', request: { runId: 1, planHash: 'x', confirmed: [] } };
    expect(await routeMessage(bad, page, d)).toMatchObject({ ok: false });
    const many = Array.from({ length: 501 }, (_, i) => ({ type: 'invoice', id: String(i) }));
    const flood = { name: 'flags.get', request: { realm: null, subjects: many } };
    expect(await routeMessage(flood, guest, d)).toMatchObject({ ok: false });
    expect(d.handle).not.toHaveBeenCalled();
  });

  it('that fail are answered with a sentence', async () => {
    const d = { ...deps(), handle: async () => Promise.reject(new Error('boom')) };
    const answer = await routeMessage({ name: 'app.get', request: {} }, page, d);
    expect(answer).toEqual({
      ok: false,
      error: { what: phrase('request.failed'), technical: 'boom' },
    });
  });
});
