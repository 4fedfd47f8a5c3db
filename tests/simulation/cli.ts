/** `npm run simulate -- --seeds N [--from S] [--trace S]` */
import { parseArgs } from 'node:util';
import { simulate } from './simulate';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    trace: { type: 'string' },
  },
});

process.exitCode = await simulate({
  seeds: Number(values.seeds),
  from: Number(values.from),
  trace: values.trace === undefined ? null : Number(values.trace),
  say: (line) => console.log(line),
});
