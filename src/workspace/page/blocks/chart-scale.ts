import { type Json, list, num, obj, str, texts } from './read-json.ts';

export interface Series {
  name: string;
  /** One per category, in their order; null where the app gave none. */
  values: (number | null)[];
}
export interface Plot {
  categories: string[];
  series: Series[];
  xLabel: string;
  yLabel: string;
}

export function plotOf(chart: Json): Plot {
  const axis = obj(chart.axis_config);
  const categories = texts(axis.categories);
  const series = list(chart.series).map((one) => {
    const points = new Map(list(one.data).map((point) => [str(point.label), num(point.value) ?? null]));
    return { name: str(one.name), values: categories.map((category) => points.get(category) ?? null) };
  });
  return { categories, series, xLabel: str(axis.x_label), yLabel: str(axis.y_label) };
}

/** Round steps (1, 2, 5 × 10ⁿ) that hold every value and zero, at most six of them. */
export function ticksOf(values: number[]): number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const raw = (high - low || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((one) => one * power >= raw) ?? 10) * power;
  const from = Math.floor(low / step);
  const to = Math.max(from + 1, Math.ceil(high / step));
  return Array.from({ length: to - from + 1 }, (_, index) => Number(((from + index) * step).toPrecision(12)));
}

export const short = (value: number): string =>
  new Intl.NumberFormat('en', {
    notation: Math.abs(value) >= 10_000 ? 'compact' : 'standard',
    maximumFractionDigits: 2,
  }).format(value);
