import { isJson } from './elements-of.ts';
import { all, type Check, list, may, must, object, type Rule, type Shape, string } from './rules.ts';

/**
 * Charts of a data_visualization block (docs.slack.dev/reference/block-kit/blocks/data-visualization-block).
 * A newer client of somebody else's counts twelve series; the documented six are kept.
 */
const SERIES = 6;
const POINTS = 20;

const label: Rule = { is: 'string', min: 1, max: 20 };
const amount: Rule = { is: 'number' };
const axes = object({
  categories: must(list(label, POINTS, 1)),
  x_label: may(string(50)),
  y_label: may(string(50)),
});
const series = object({
  name: must(label),
  data: must(list(object({ label: must(label), value: must(amount) }), POINTS, 1)),
});

const records = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isJson) : []);

const namesDiffer: Check = (chart) => {
  const names = records(chart.series).map((one) => one.name);
  return new Set(names).size === names.length ? null : 'series must have different names';
};

/** Every series has one point for every category. */
const pointsFit: Check = (chart) => {
  const given = isJson(chart.axis_config) ? chart.axis_config.categories : [];
  const categories = [...(Array.isArray(given) ? given : [])].sort().join('\n');
  const fit = records(chart.series).every((one) => {
    const labels = records(one.data).map((point) => point.label);
    return labels.sort().join('\n') === categories;
  });
  return fit ? null : 'data labels must match axis_config.categories';
};

const positive: Check = ({ segments }) =>
  records(segments).every((one) => Number(one.value) > 0) ? null : 'segment values must be greater than 0';

const plotted: { shape: Shape; check: Check } = {
  shape: { series: must(list(series, SERIES, 1)), axis_config: must(axes) },
  check: all(namesDiffer, pointsFit),
};

export const CHART: Rule = {
  is: 'chosen',
  by: {
    pie: {
      shape: { segments: must(list(object({ label: must(label), value: must(amount) }), SERIES, 1)) },
      check: positive,
    },
    bar: plotted,
    area: plotted,
    line: plotted,
  },
};
