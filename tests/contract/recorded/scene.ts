import { manualClock } from '../../sandbox/clock';
import { createQboStandIn, type Json, type JsonObject, type QboStandIn } from '../../sandbox/qbo';
import { parseJson } from '../../sandbox/qbo/json';
import { loadSamples } from '../../sandbox/qbo/samples';
import { RECORDINGS } from './recordings';

const REALM = '9130000000000001';

export interface Asked {
  readonly method: 'GET' | 'POST';
  /** After `/v3/company/{realm}/`, with its query. */
  readonly path: string;
  readonly body?: JsonObject;
  readonly token?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Json;
}

/** Automatic numbers and a text field, in the shape of ExQuickBooks read_preferences.json. */
const RECORDED_PREFERENCES: JsonObject = {
  sparse: true,
  SalesFormsPrefs: {
    CustomTxnNumbers: false,
    CustomField: [
      {
        CustomField: [
          { Name: 'SalesFormsPrefs.UseSalesCustom1', Type: 'BooleanType', BooleanValue: true },
        ],
      },
      {
        CustomField: [
          { Name: 'SalesFormsPrefs.SalesCustomName1', Type: 'StringType', StringValue: 'Crew #' },
        ],
      },
    ],
  },
};

/** A company that holds what was recorded from one source, and its OAuth door. */
export class RecordedCompany {
  readonly qbo: QboStandIn;

  /** `first` is the recording that shows the company as it was before the request. */
  constructor(source: string, first: string, at = '2022-09-02T13:00:00Z') {
    const clock = manualClock(new Date(at));
    const companies = [{ realm: REALM, name: 'Recorded' }];
    this.qbo = createQboStandIn({ clock, seed: 1, country: 'US', companies });
    // The recorded answers are of 2011 and later, and of one company that nobody hurried.
    this.qbo.switches.cdcOlderThan30Days = 'answered';
    this.qbo.switches.rateLimit = false;
    loadSamples(this.company, RECORDINGS, { source, first });
    // Its preferences were not recorded; its invoices show these.
    if (source === 'minimul-qbo_api') {
      this.company.update('Preferences', { ...RECORDED_PREFERENCES, Id: '1', SyncToken: '0' });
    }
  }

  get company() {
    return this.qbo.company(REALM);
  }

  async ask(asked: Asked): Promise<Answer> {
    const url = `https://quickbooks.api.intuit.com/v3/company/${REALM}/${asked.path}`;
    const response = await this.qbo.api.fetch(
      new Request(url, {
        method: asked.method,
        headers: {
          Authorization: `Bearer ${asked.token ?? 'recorded'}`,
          Accept: 'application/json',
          'Content-Type': 'application/json',
        },
        ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
      }),
    );
    return { status: response.status, body: parseJson(await response.text()) ?? null };
  }
}

/** The path after the company, whether or not the recording names the company. */
export function pathOf(url: URL): string {
  const path = url.pathname.replace(/^\/v3\/(?:company\/[^/]+\/)?/, '');
  return `${path}${url.search}`;
}
