import { beforeEach, describe, expect, it, vi } from 'vitest';

interface Details {
  readonly tabId: number;
  readonly requestHeaders?: { name: string; value?: string }[];
}

const fake = vi.hoisted(() => ({
  listeners: [] as ((details: Details) => void)[],
  filters: [] as unknown[],
  stored: {} as Record<string, unknown>,
  writes: 0,
  cookies: {} as Record<string, string>,
}));

vi.mock('wxt/browser', () => ({
  browser: {
    webRequest: {
      onSendHeaders: {
        addListener: (listener: (details: Details) => void, filter: unknown, extra: unknown) => {
          fake.listeners.push(listener);
          fake.filters.push({ filter, extra });
        },
      },
    },
    storage: {
      session: {
        get: async (key: string) => ({ [key]: fake.stored[key] }),
        set: async (values: Record<string, unknown>) => {
          fake.writes += 1;
          Object.assign(fake.stored, values);
        },
        remove: async (key: string) => {
          delete fake.stored[key];
        },
      },
    },
    cookies: {
      get: async ({ name }: { name: string }) =>
        name in fake.cookies ? { value: fake.cookies[name] } : null,
    },
  },
}));

const { browserQboSession } = await import('../../../utils/qbo/browser-session');
const { forgetObservedHeaders, observedHeaders, observeQboSession } = await import(
  '../../../utils/qbo/observe-session'
);
const { browserTpsSession } = await import('../../../utils/tps/browser-session');

const KEY = 'Intuit_APIKey intuit_apikey=k, intuit_apikey_version=1.0';

function sends(tabId: number, headers: Record<string, string>): Promise<void> {
  const requestHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }));
  for (const listener of fake.listeners) listener({ tabId, requestHeaders });
  // All that follows from it are promises that are kept at once: these are done before a new turn.
  return new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => {
  fake.listeners.length = 0;
  fake.filters.length = 0;
  fake.stored = {};
  fake.writes = 0;
  fake.cookies = {};
});

describe('watching QBO’s own requests', () => {
  it('tells of each that a page has sent, with or without a session, and of none of ours', async () => {
    let sent = 0;
    observeQboSession(undefined, () => {
      sent += 1;
    });
    await sends(7, { authorization: KEY });
    await sends(7, { authorization: KEY });
    await sends(7, {});
    await sends(-1, { authorization: KEY });
    expect(sent).toBe(3);
  });

  it('registers synchronously on the API alone', () => {
    observeQboSession();
    expect(fake.filters).toEqual([
      {
        filter: { urls: ['https://qbo.intuit.com/api/*'] },
        extra: ['requestHeaders', 'extraHeaders'],
      },
    ]);
  });

  it('keeps the session’s headers and nothing else, once', async () => {
    const onChange = vi.fn();
    observeQboSession(onChange);
    const headers = {
      Authorization: KEY,
      'Intuit-Company-Id': '77',
      AuthType: 'browser_auth',
      Cookie: 'qbo.ticket=secret',
      'X-B3-TraceId': '1',
      'X-Range': 'items=1',
    };
    await sends(3, headers);
    await sends(3, headers);
    expect(await observedHeaders()).toEqual({
      authorization: KEY,
      'intuit-company-id': '77',
      authtype: 'browser_auth',
    });
    expect(fake.writes).toBe(1);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('does not listen to our own requests, nor to those without the key', async () => {
    observeQboSession();
    await sends(-1, { authorization: KEY });
    await sends(3, { 'intuit-company-id': '77' });
    expect(await observedHeaders()).toBeNull();
  });

  it('keeps the csrf tokens of a write over a read, not over a change of company', async () => {
    observeQboSession();
    const read = { authorization: KEY, 'intuit-company-id': '77' };
    await sends(3, { ...read, csrftoken: 'c1', 'x-csrf-token': 'x1' });
    await sends(3, read);
    expect(await observedHeaders()).toMatchObject({ csrftoken: 'c1', 'x-csrf-token': 'x1' });
    await sends(3, { ...read, 'intuit-company-id': '78' });
    expect(await observedHeaders()).toEqual({ authorization: KEY, 'intuit-company-id': '78' });
    await forgetObservedHeaders();
    expect(await observedHeaders()).toBeNull();
  });
});

describe('the session of this browser', () => {
  it('is none before a request was seen', async () => {
    fake.cookies = { 'qbo.currentcompanyid': '77' };
    expect(await browserQboSession().current()).toBeNull();
  });

  it('lets cookies outrank observed headers', async () => {
    observeQboSession();
    const seen = { authorization: KEY, 'intuit-company-id': '77', csrftoken: 'old' };
    await sends(3, { ...seen, intuit_appid: 'app' });
    expect(await browserQboSession().current()).toEqual({
      authorization: KEY,
      companyId: '77',
      csrfToken: 'old',
      xCsrfToken: null,
      extra: { intuit_appid: 'app' },
    });
    fake.cookies = { 'qbo.currentcompanyid': '78', 'qbo.csrftoken': 'new' };
    expect(await browserQboSession().current()).toMatchObject({
      companyId: '78',
      csrfToken: 'new',
    });
  });

  it('reads TPS’s token from its cookie', async () => {
    expect(await browserTpsSession().xsrfToken()).toBeNull();
    fake.cookies = { 'XSRF-TOKEN': 'a%2Fb%3D' };
    expect(await browserTpsSession().xsrfToken()).toBe('a/b=');
  });
});
