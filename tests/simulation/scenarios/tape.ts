/**
 * The way to a story's beginning is the same for each of its crashes: it is walked once, and from
 * then on what the extension wrote on that way is sent again, and its database laid out as it was.
 */
import type { Side } from '../../../utils/ledger/side';
import type { Sent } from '../../contract/scene/site-fetch';
import type { Browser, Luggage } from '../world/browser';
import type { Pair } from '../world/pairs';
import type { SimClock } from '../world/sites';
import type { World } from '../world/world';

interface Written {
  readonly side: Side;
  readonly atMs: number;
  readonly sent: Sent;
}

/** What one use of the extension wrote, and when it was over. */
interface Stretch {
  readonly written: readonly Written[];
  readonly endMs: number;
  /** Who was whose twin by then. */
  readonly pairs: readonly Pair[];
}

export class Tape {
  readonly #stretches: Stretch[] = [];
  #next = 0;
  #luggage: Luggage | null = null;

  get isFull(): boolean {
    return this.#luggage !== null;
  }

  /** Uses the extension, or sends again what that use wrote the first time. */
  async stretch(world: World, use: () => Promise<void>): Promise<void> {
    const browser = await world.browser(0);
    const { clock } = world.sites;
    if (this.isFull) {
      const pairs = await this.#again(browser, clock);
      world.look();
      world.joinedUnseen(browser, pairs);
      return;
    }
    const written: Written[] = [];
    browser.onWritten = (side, sent) => {
      written.push({ side, sent, atMs: clock.now().getTime() });
    };
    await use();
    browser.onWritten = () => {};
    this.#stretches.push({ written, endMs: clock.now().getTime(), pairs: world.pairs.all });
  }

  /** At the story's beginning: keeps the browser's database, or lays it out. */
  async arrived(browser: Browser): Promise<void> {
    this.#next = 0;
    if (this.#luggage) await browser.unpack(this.#luggage);
    else this.#luggage = await browser.pack();
  }

  async #again(browser: Browser, clock: SimClock): Promise<readonly Pair[]> {
    const stretch = this.#stretches[this.#next];
    if (!stretch) throw new Error('the tape is too short');
    this.#next += 1;
    const turnTo = (ms: number) => clock.advance(ms - clock.now().getTime());
    for (const { side, atMs, sent } of stretch.written) {
      turnTo(atMs);
      const headers = new Headers(sent.headers);
      const site = browser.sites[side];
      if (side === 'tps') headers.set('x-xsrf-token', site.jar.get('XSRF-TOKEN') ?? '');
      else headers.set('csrftoken', site.jar.get('qbo.csrftoken') ?? '');
      const { method, url, body } = sent;
      const answer = await site.fetch(url, { method, headers, ...(body === '' ? {} : { body }) });
      if (!answer.ok) throw new Error(`the tape jams: ${answer.status} ${await answer.text()}`);
    }
    turnTo(stretch.endMs);
    return stretch.pairs;
  }
}
