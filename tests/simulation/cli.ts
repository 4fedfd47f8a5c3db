/** `npm run simulate -- --seeds N [--from S] [--trace S] [--at-once] [--all]` */
import { parseArgs } from 'node:util';
import { simulate } from './simulate';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    trace: { type: 'string' },
    /** Two browsers that may sync at the same moment, in every seed. */
    'at-once': { type: 'boolean', default: false },
    /** Names every seed that breaks something, instead of making the first one small. */
    all: { type: 'boolean', default: false },
  },
});

process.exitCode = await simulate({
  seeds: Number(values.seeds),
  from: Number(values.from),
  trace: values.trace === undefined ? null : Number(values.trace),
  twoBrowsersAtOnce: values['at-once'],
  goesOn: values.all,
  say: (line) => console.log(line),
});
