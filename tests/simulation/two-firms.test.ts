/** One company of QuickBooks, two firms of TPS: two tenants, or one that moved. */
import { expect, it } from 'vitest';
import { DeskRefusal } from '../../utils/worker/refusal';
import { approved, sync } from './two-people';
import { Browser } from './world/browser';
import { acceptClients, acceptMappings, driveOn, setUp } from './world/drive';
import { FIRM, OTHER_FIRM, openSites } from './world/sites';

/** The first firm has synced; the second one signs in with a browser of its own. */
async function twoFirms() {
  const world = await openSites({
    ...{ seed: 3, clients: 6, findings: 'none', strangers: true },
    switches: { idleSignOut: false },
  });
  const [one, two] = [new Browser(0, world), new Browser(1, world)];
  await one.signIn();
  await setUp(one);
  world.clock.advance(60_000);
  await sync(one);
  world.clock.advance(60_000);
  await two.signIn();
  world.tps.sessions.switchFirm(OTHER_FIRM);
  await two.ask['app.get']({});
  return { world, one, two };
}

async function confirm({ ask }: Browser, takeOver: boolean): Promise<void> {
  const { candidate } = await ask['setup.get']({ reload: true });
  const { firm, company } = candidate ?? {};
  await ask['pair.confirm']({ firmId: firm?.id ?? '', realm: company?.realm ?? '', takeOver });
}

it('set-up in a company that another firm syncs stops with both names, until a person types', async () => {
  const { two } = await twoFirms();
  const { candidate } = await two.ask['setup.get']({ reload: true });
  expect(candidate?.claimed).toMatchObject({
    what: { id: 'pair.claimed', values: { firm: OTHER_FIRM.name, other: FIRM.name } },
    confirm: candidate?.company.name,
  });
  await expect(confirm(two, false)).rejects.toBeInstanceOf(DeskRefusal);
  expect(await two.db.pairs.count()).toBe(0);
  await confirm(two, true);
  expect(await two.db.pairs.count()).toBe(1);
});

it('what the other firm tagged is asked about, never linked; that firm is stopped in its turn', async () => {
  const { world, one, two } = await twoFirms();
  await confirm(two, true);
  await acceptClients(two);
  await acceptMappings(two);
  await acceptMappings(two);
  await two.ask['setup.finish']({});
  const run = await sync(two);
  expect(run.holds.map(({ what }) => what.id)).toContain('conflict.otherFirm');
  const links = await two.db.links.filter(({ byTag }) => byTag === true).toArray();
  expect(links).toEqual([]);

  world.tps.sessions.switchFirm(FIRM);
  world.clock.advance(60_000);
  const [invoice] = world.books.invoices.all().filter(({ status }) => status === 'outstanding');
  world.books.patch('invoice', invoice?.id ?? 0, { description: 'A day later' });
  await one.ask['run.preview']({ description: '' });
  const shown = await driveOn(one);
  expect(shown.brakes).toMatchObject([
    { id: 'claimed', what: { id: 'pair.claimed', values: { other: OTHER_FIRM.name } } },
  ]);
  expect((await approved(one, shown)).counts).toMatchObject({ failed: 0 });
  // Typed once.
  world.clock.advance(60_000);
  world.books.patch('invoice', invoice?.id ?? 0, { description: 'Two days later' });
  await one.ask['run.preview']({ description: '' });
  expect((await driveOn(one)).brakes).toEqual([]);
});

it('the tags of another firm alone stop the first plan that writes', async () => {
  const { world, two } = await twoFirms();
  for (const note of JSON.parse(JSON.stringify(world.company.query('select * from Attachable')))
    .Attachable ?? []) {
    world.company.remove('Attachable', { Id: note.Id, SyncToken: note.SyncToken });
  }
  await setUp(two);
  await two.ask['run.preview']({ description: '' });
  const shown = await driveOn(two);
  expect(shown.brakes.map(({ what }) => what.id)).toContain('brake.claimed');
});
