/**
 * How long a first push takes, and how many requests the days after it need:
 * `npm run bench -- [--clients 1000] [--each 5] [--payments 2000] [--json FILE]`.
 * Virtual time on the stand-ins with their documented limits; beside it, on the same, how others would
 * do the push. The service times are assumed, and printed. Not timed by any test.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeFirm } from './sync/firm';
import type { Figures } from './sync/measured';
import { daysInStep, firstPush } from './sync/ours';
import { nameOf, pushBy, type Rival } from './sync/rivals';
import { MODEL } from './sync/service-times';

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '1000' },
    each: { type: 'string', default: '5' },
    payments: { type: 'string', default: '2000' },
    json: { type: 'string' },
    kinds: { type: 'boolean', default: false },
  },
});
const clients = Number(values.clients);
const invoicesEach = Number(values.each);
const payments = Number(values.payments);

const RIVALS: readonly Rival[] = [
  { how: 'one by one' },
  { how: 'batches', size: 30 },
  { how: 'batches', size: 25 },
  { how: 'ten at once' },
  { how: 'two lanes', size: 30, share: 0.8 },
  { how: 'two lanes', size: 25, share: 0.8 },
];

/** What the web app's door is known to take, and what Intuit allows. */
const SLICES = [25, 30] as const;

const all: Figures[] = [];

function tell(figures: Figures): void {
  all.push(figures);
  const { what, seconds, tps, qbo, batches, refused, written, cpuSeconds, rssMb, kinds } = figures;
  const cells = [
    what.padEnd(48),
    `${(seconds / 60).toFixed(2)} min`.padStart(11),
    `TPS ${tps}`.padStart(10),
    `QBO ${qbo}`.padStart(10),
    `batches ${batches}`.padStart(13),
    `429: ${refused}`.padStart(10),
    `written ${written}`.padStart(14),
    `${cpuSeconds.toFixed(1)} s CPU`.padStart(12),
    `${rssMb} MB`.padStart(9),
  ];
  console.log(cells.join(''));
  if (!values.kinds) return;
  for (const [kind, n] of Object.entries(kinds)) console.log(`${String(n).padStart(8)}  ${kind}`);
}

console.log(
  `${clients} clients, ${clients * invoicesEach} invoices; assumed: ${JSON.stringify(MODEL)}`,
);
const size = { clients, invoicesEach, payments: 0 };
for (const rival of RIVALS) tell(await pushBy(rival, describeFirm(size, false)));
for (const batchItems of SLICES) await firstPush(size, batchItems, tell);
await daysInStep({ clients, invoicesEach, payments }, tell);

const secondsOf = (what: string) => all.find((one) => one.what === what)?.seconds ?? Number.NaN;
for (const batchItems of SLICES) {
  const own = secondsOf(`slices of ${batchItems}: from Apply until compared`);
  console.log(`\nfirst push in slices of ${batchItems}: ${(own / 60).toFixed(2)} min`);
  for (const rival of RIVALS) {
    if (rival.how === 'two lanes' && rival.size !== batchItems) continue;
    const theirs = secondsOf(nameOf(rival));
    const words =
      rival.how === 'two lanes'
        ? `${(own / theirs).toFixed(2)} x the floor`
        : `${(theirs / own).toFixed(2)} x faster than that`;
    console.log(
      `  ${nameOf(rival).padEnd(46)}${(theirs / 60).toFixed(2).padStart(6)} min   ${words}`,
    );
  }
}
if (values.json) {
  writeFileSync(values.json, `${JSON.stringify({ model: MODEL, size, figures: all }, null, 2)}\n`);
}
process.exit(0);
