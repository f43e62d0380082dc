import { useRef } from 'preact/hooks';
import { type Plot, short, ticksOf } from './chart-scale.ts';
import { useWidth } from './use-width.ts';

/** Drawn as wide as its place, so that words keep their size. Before it is measured: */
const WIDE = 640;
const HIGH = 280;
const EDGE = { left: 56, right: 12, top: 12, bottom: 52 };
/** Lines differ by their dashes too, so that colour is never the only carrier. */
const DASHES = ['', '7 4', '2 4', '10 4 2 4', '4 2', '1 3'];
/** Narrower than this, in pixels, category names stand aslant. */
const LEVEL_NAMES = 62;

/** Bars, areas or lines over one row of categories. Purely drawn: the words are in the table beside it. */
export function ChartPlot({ kind, plot }: { kind: 'bar' | 'area' | 'line'; plot: Plot }) {
  const box = useRef<SVGSVGElement>(null);
  const wide = useWidth(box, WIDE);
  const { categories, series } = plot;
  const ticks = ticksOf(series.flatMap((one) => one.values.filter((value) => value !== null)));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const width = wide - EDGE.left - EDGE.right;
  const height = HIGH - EDGE.top - EDGE.bottom;
  const y = (value: number): number => EDGE.top + height - ((value - low) / (high - low || 1)) * height;
  const slot = width / Math.max(1, categories.length);
  const x = (index: number): number => EDGE.left + slot * (index + 0.5);
  const aslant = slot < LEVEL_NAMES;
  return (
    <svg class="chart-plot" ref={box} viewBox={`0 0 ${wide} ${HIGH}`} aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            class={tick === 0 ? 'chart-zero' : 'chart-grid'}
            x1={EDGE.left}
            x2={wide - EDGE.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text class="chart-word" x={EDGE.left - 8} y={y(tick) + 4} text-anchor="end">
            {short(tick)}
          </text>
        </g>
      ))}
      {categories.map((name, index) => (
        <text
          key={name}
          class="chart-word"
          x={x(index)}
          y={HIGH - EDGE.bottom + 16}
          text-anchor={aslant ? 'end' : 'middle'}
          transform={aslant ? `rotate(-35 ${x(index)} ${HIGH - EDGE.bottom + 16})` : undefined}
        >
          {aslant && name.length > 9 ? `${name.slice(0, 8)}…` : name}
        </text>
      ))}
      {series.map(({ name, values }, at) => {
        const points = values.map((value, index) =>
          value === null ? null : { x: x(index), y: y(value), value, index },
        );
        const present = points.filter((point) => point !== null);
        const path = present.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join('');
        const tint = `chart-tint-${at % 6}`;
        if (kind === 'bar') {
          const thick = Math.min(46, (slot * 0.72) / series.length);
          return present.map((point) => (
            <rect
              key={`${name}-${point.index}`}
              class={`chart-bar ${tint}`}
              x={point.x + (at - series.length / 2) * thick + 1}
              width={Math.max(1, thick - 2)}
              y={Math.min(point.y, y(0))}
              height={Math.max(1, Math.abs(point.y - y(0)))}
              rx={2}
            >
              <title>{`${name}, ${categories[point.index]}: ${short(point.value)}`}</title>
            </rect>
          ));
        }
        const [start, end] = [present[0], present.at(-1)];
        return (
          <g key={name} class={tint}>
            {kind === 'area' && start && end ? (
              <path class="chart-area" d={`${path}L${end.x} ${y(0)}L${start.x} ${y(0)}Z`} />
            ) : null}
            <path class="chart-line" d={path} stroke-dasharray={DASHES[at % 6]} />
            {present.map((point) => (
              <circle key={point.index} class="chart-dot" cx={point.x} cy={point.y} r={3.5}>
                <title>{`${name}, ${categories[point.index]}: ${short(point.value)}`}</title>
              </circle>
            ))}
          </g>
        );
      })}
      {plot.xLabel ? (
        <text class="chart-word strong" x={EDGE.left + width / 2} y={HIGH - 6} text-anchor="middle">
          {plot.xLabel}
        </text>
      ) : null}
      {plot.yLabel ? (
        <text
          class="chart-word strong"
          transform={`translate(12 ${EDGE.top + height / 2}) rotate(-90)`}
          text-anchor="middle"
        >
          {plot.yLabel}
        </text>
      ) : null}
    </svg>
  );
}
