import { ChartPie, percent, type Segment } from './chart-pie.tsx';
import { ChartPlot } from './chart-plot.tsx';
import { type Plot, plotOf, short } from './chart-scale.ts';
import { type Json, list, num, obj, str } from './read-json.ts';
import { Unknown } from './unknown.tsx';

/** data_visualization: a drawing for the eye, and the same numbers as a table for everybody. */
export function ChartBlock({ block }: { block: Json }) {
  const chart = obj(block.chart);
  const title = str(block.title);
  switch (chart.type) {
    case 'pie': {
      const segments = list(chart.segments).map((one) => ({ label: str(one.label), value: num(one.value) ?? 0 }));
      return (
        <figure class="chart">
          <figcaption>{title}</figcaption>
          <div class="chart-row">
            <ChartPie segments={segments} />
            <Shares title={title} segments={segments} />
          </div>
        </figure>
      );
    }
    case 'bar':
    case 'area':
    case 'line': {
      const plot = plotOf(chart);
      return (
        <figure class="chart">
          <figcaption>{title}</figcaption>
          {plot.series.length > 1 ? <Legend plot={plot} /> : null}
          <ChartPlot kind={chart.type} plot={plot} />
          <Numbers title={title} plot={plot} />
        </figure>
      );
    }
    default:
      return <Unknown type={`chart: ${str(chart.type)}`} />;
  }
}

function Legend({ plot }: { plot: Plot }) {
  return (
    <ul class="chart-legend" aria-hidden="true">
      {plot.series.map(({ name }, at) => (
        <li key={name}>
          <span class={`chart-key chart-tint-${at % 6}`} /> {name}
        </li>
      ))}
    </ul>
  );
}

function Shares({ title, segments }: { title: string; segments: Segment[] }) {
  const total = segments.reduce((sum, one) => sum + one.value, 0) || 1;
  return (
    <table class="chart-shares" aria-label={title}>
      <tbody>
        {segments.map((one, at) => (
          <tr key={one.label}>
            <th scope="row">
              <span class={`chart-key chart-tint-${at % 6}`} /> {one.label}
            </th>
            <td>{short(one.value)}</td>
            <td class="faint">{percent(one.value / total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Numbers({ title, plot }: { title: string; plot: Plot }) {
  return (
    <details class="chart-numbers">
      <summary>Show the numbers</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="table-scroll" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{plot.xLabel || 'Category'}</th>
              {plot.series.map(({ name }) => (
                <th key={name} scope="col" class="to-right">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plot.categories.map((category, index) => (
              <tr key={category}>
                <th scope="row">{category}</th>
                {plot.series.map(({ name, values }) => {
                  const value = values[index];
                  return (
                    <td key={name} class="to-right">
                      {value === null || value === undefined ? '–' : short(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
