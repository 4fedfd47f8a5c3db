import { describe, expect, it } from 'vitest';
import config from '../../../wxt.config';

/** A longer list needs a reason, here and in the README. */
const PERMISSIONS = [
  'alarms', // goes on with a run that was cut off
  'cookies', // csrf tokens, and which company the session shows
  'downloads', // saves the history
  'offscreen', // builds the Excel file
  'scripting', // new guests in open tabs after an update
  'storage',
  'unlimitedStorage', // both books of a large firm
  'webRequest', // the headers that QuickBooks' own pages send
];
const HOSTS = ['https://app.tpssoftware.com/*', 'https://qbo.intuit.com/*'];

describe('the manifest', () => {
  const { manifest } = config;
  if (typeof manifest !== 'object' || manifest instanceof Promise) throw new Error('no manifest');

  it('asks for these permissions and no other', () => {
    expect(manifest.permissions).toEqual(PERMISSIONS);
    expect(manifest.optional_permissions).toBeUndefined();
  });

  it('reaches these hosts and no other', () => {
    expect(manifest.host_permissions).toEqual(HOSTS);
    expect(manifest.optional_host_permissions).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });

  it('runs no foreign script and no inline script', () => {
    const csp = JSON.stringify(manifest.content_security_policy);
    expect(csp).toContain("script-src 'self'");
    expect(csp).not.toMatch(/script-src[^;]*(unsafe|http)/);
  });

  it('shows web pages nothing but the panel, under an address that changes', () => {
    expect(manifest.web_accessible_resources).toEqual([
      { resources: ['panel.html'], matches: HOSTS, use_dynamic_url: true },
    ]);
  });
});
