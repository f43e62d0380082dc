import { type Measured, met, metUnseen } from './task.ts';

export type Row = Measured & { task: string };

/** The figures as a table for people: task, figure, interval, target, whether it is met. */
export function table(rows: readonly Row[]): string {
  const head = ['task', 'figure', 'value', '95 %', 'cross-validated', 'target', 'met?', 'on'];
  const lines = rows.map((row, index) => [
    row.task === rows[index - 1]?.task ? '' : row.task,
    row.label,
    shown(row.value),
    row.low === undefined || row.high === undefined ? '' : `${shown(row.low)}–${shown(row.high)}`,
    row.crossValidated === undefined ? '' : shown(row.crossValidated),
    targetOf(row),
    verdict(row),
    row.on,
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const print = (cells: string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [print(head), print(widths.map((width) => '-'.repeat(width))), ...lines.map(print)].join('\n');
}

/** `yes`, `NO`, and `yes, unseen NO` where models reach a target only on what they were trained on. */
function verdict(row: Row): string {
  const [here, unseen] = [met(row), metUnseen(row)];
  if (here === undefined) return '';
  const word = here ? 'yes' : 'NO';
  return unseen === undefined || unseen === here ? word : `${word}, unseen ${unseen ? 'yes' : 'NO'}`;
}

function targetOf({ target }: Row): string {
  if (!target) return '';
  return 'least' in target ? `≥ ${shown(target.least)}` : `≤ ${shown(target.most)}`;
}

function shown(value: number | null): string {
  if (value === null) return '–';
  if (Number.isInteger(value) && Math.abs(value) > 1) return String(value);
  return Math.abs(value) >= 10 ? value.toFixed(0) : value.toFixed(value > 1 ? 2 : 3).replace(/(?<=\.\d\d)0$/u, '');
}
