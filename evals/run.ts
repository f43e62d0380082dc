import { parseArgs } from 'node:util';
import { crossValidated } from './cross-validated.ts';
import { type Row, table } from './table.ts';
import { met, metUnseen } from './task.ts';
import { TASKS } from './tasks/index.ts';

/*
 * The analysis measured on labelled data: `npm run eval [-- --task NAME] [--data FILE] [--deals DIR]`.
 * A table for people, then one JSON object as the last line. docs/evaluation.md says what each figure means.
 */
const { values } = parseArgs({
  options: {
    task: { type: 'string', multiple: true },
    data: { type: 'string' },
    deals: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
const names = values.task ?? (values.deals ? ['deals', 'grounding'] : undefined);
const tasks = TASKS.filter(({ name }) => names?.includes(name) ?? true);
const problem = wrongUse();
if (problem) {
  console.error(problem);
  process.exit(2);
}

// Rows from elsewhere were not trained on.
const honest = values.data || values.deals ? () => undefined : crossValidated();
const rows: Row[] = [];
const failed: Record<string, string> = {};
for (const task of tasks) {
  process.stderr.write(`${task.name}: ${task.about}\n`);
  // One task that cannot run takes nothing from the others, but the run has failed.
  const figures = await task.run(values).catch((error: unknown) => {
    failed[task.name] = error instanceof Error ? error.message : String(error);
    return [];
  });
  for (const figure of figures) rows.push({ task: task.name, ...figure, crossValidated: honest(task.name, figure.id) });
}
console.log(table(rows));
for (const [name, message] of Object.entries(failed)) console.error(`${name} could not run: ${message}`);
if (Object.keys(failed).length > 0) process.exitCode = 1;
console.log(JSON.stringify(summary()));

function summary() {
  const wanted = rows.filter(({ target }) => target);
  return {
    tasks: Object.fromEntries(
      tasks.map(({ name }) => [
        name,
        Object.fromEntries(rows.filter(({ task }) => task === name).map((row) => [row.id, inShort(row)])),
      ]),
    ),
    targets: wanted.length,
    met: wanted.filter(met).length,
    missed: wanted.filter((row) => !met(row)).map(({ task, id }) => `${task}.${id}`),
    missed_unseen: wanted.filter((row) => metUnseen(row) === false).map(({ task, id }) => `${task}.${id}`),
    ...(Object.keys(failed).length > 0 && { failed }),
  };
}

function inShort(row: Row) {
  const { value, low, high, target, crossValidated, on } = row;
  return {
    value,
    ...(low !== undefined && { low, high }),
    ...(crossValidated !== undefined && { cross_validated: crossValidated }),
    ...(target && { target, met: met(row) }),
    ...(metUnseen(row) !== undefined && { met_unseen: metUnseen(row) }),
    on,
  };
}

function wrongUse(): string | undefined {
  const known = TASKS.map(({ name }) => name);
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown) return `There is no task ${unknown}. The tasks are ${known.join(', ')}.`;
  if (values.data && names?.length !== 1) return 'A data file belongs to one task: add --task NAME.';
  return undefined;
}
