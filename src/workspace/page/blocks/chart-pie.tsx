import { short } from './chart-scale.ts';

export interface Segment {
  label: string;
  value: number;
}

const RADIUS = 100;
const HOLE = 54;

/** A ring of segments, from twelve o'clock onwards. */
export function ChartPie({ segments }: { segments: Segment[] }) {
  const total = segments.reduce((sum, one) => sum + one.value, 0) || 1;
  let from = 0;
  return (
    <svg class="chart-pie" viewBox="-104 -104 208 208" aria-hidden="true" focusable="false">
      {segments.map((one, at) => {
        const share = one.value / total;
        const path = slice(from, from + share);
        from += share;
        return (
          <path key={one.label} class={`chart-slice chart-tint-${at % 6}`} d={path}>
            <title>{`${one.label}: ${short(one.value)} (${percent(share)})`}</title>
          </path>
        );
      })}
      <text class="chart-total" y={7} text-anchor="middle">
        {short(total)}
      </text>
    </svg>
  );
}

export const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** `from` and `to` are shares of the whole, 0 to 1. */
function slice(from: number, to: number): string {
  // A whole circle has no two ends to draw an arc between.
  const until = Math.min(to, from + 0.9999);
  const point = (share: number, radius: number): string => {
    const angle = share * 2 * Math.PI - Math.PI / 2;
    return `${(Math.cos(angle) * radius).toFixed(2)} ${(Math.sin(angle) * radius).toFixed(2)}`;
  };
  const large = until - from > 0.5 ? 1 : 0;
  return `M${point(from, RADIUS)}A${RADIUS} ${RADIUS} 0 ${large} 1 ${point(until, RADIUS)}L${point(until, HOLE)}A${HOLE} ${HOLE} 0 ${large} 0 ${point(from, HOLE)}Z`;
}
