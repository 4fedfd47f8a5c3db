import { useElementSize } from '@mantine/hooks';
import type { TieOutView } from '../../utils/views/views';
import { useWording } from '../ui/wording';
import { type BridgeStep, bridgeOf, scaleOf } from './bridge';
import classes from './TieOut.module.css';

const WIDTH_MIN = 272;
const ROW = 48;
const BAR = 18;
const BAR_MIN = 2;
/** Room at the right of the longest bar for its amount. */
const AMOUNT_ROOM = 104;
/** Mean width of a letter at 12 px, to cut words that would leave the picture. */
const LETTER = 6.2;

function barClass(step: BridgeStep): string | undefined {
  if (step.kind === 'difference') return classes.difference;
  return step.kind === 'unexplained' ? classes.unexplained : classes.total;
}

/**
 * From TPS A/R, through each difference by name, to QuickBooks A/R. Bars lie down, so that their
 * words stand beside them and nothing has to be looked up; in grey the words still tell them apart.
 */
export function Waterfall({ tieOut }: { tieOut: TieOutView }) {
  const { t, say, money, signedMoney } = useWording();
  // Drawn one to one, so that its words keep their size on a narrow page.
  const { ref, width: room } = useElementSize<HTMLDivElement>();
  const width = Math.max(WIDTH_MIN, Math.round(room));
  const wordsMax = Math.floor(width / LETTER);
  const steps = bridgeOf(tieOut);
  const scale = scaleOf(steps);
  const x = (cents: number) =>
    ((Math.max(cents, scale.fromCents) - scale.fromCents) / (scale.toCents - scale.fromCents)) *
    (width - AMOUNT_ROOM);
  const words = (step: BridgeStep) => {
    if (step.kind === 'unexplained') return t('tie.unexplained');
    if (step.cause) return say(step.cause);
    return t('tieout.ar', { system: t(step.kind === 'tps' ? 'side.tps' : 'side.qbo') });
  };
  const height = steps.length * ROW + 4;
  return (
    <div ref={ref} className={classes.picture}>
      <svg
        className={classes.chart}
        width={width}
        height={height}
        role="img"
        aria-label={t('tie.chart', {
          tpsCents: tieOut.tpsCents,
          qboCents: tieOut.qboCents,
          count: steps.length - 2,
        })}
      >
        {steps.map((step, index) => {
          const isTotal = step.kind === 'tps' || step.kind === 'qbo';
          const left = Math.min(x(step.fromCents), x(step.toCents));
          const right = Math.max(x(step.fromCents), x(step.toCents));
          const top = index * ROW + 20;
          const label = words(step);
          return (
            <g key={step.key}>
              <text className={classes.quiet} x={0} y={index * ROW + 13}>
                {label.length > wordsMax ? `${label.slice(0, wordsMax - 1)}…` : label}
              </text>
              <rect
                className={barClass(step)}
                x={left}
                y={top}
                width={Math.max(BAR_MIN, right - left)}
                height={BAR}
                rx={2}
              />
              {isTotal && scale.fromCents > 0 ? <Break top={top} /> : null}
              <text x={Math.max(BAR_MIN, right) + 8} y={top + 13}>
                {isTotal ? money(step.amountCents) : signedMoney(step.amountCents)}
              </text>
              {index < steps.length - 1 ? (
                <line
                  className={classes.joint}
                  x1={x(step.toCents)}
                  x2={x(step.toCents)}
                  y1={top + BAR}
                  y2={top + ROW}
                />
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** Two slanted cuts: this bar does not begin at zero. */
function Break({ top }: { top: number }) {
  return (
    <path
      className={classes.cut}
      d={`M 20 ${top + BAR + 3} l 6 ${-BAR - 6} M 27 ${top + BAR + 3} l 6 ${-BAR - 6}`}
    />
  );
}
