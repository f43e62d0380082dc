import { Command, Option } from 'commander';
import { analyseFolder } from '../analysis/analyse-folder.ts';
import { offlineEngine } from '../analysis/offline/index.ts';
import { readSafely } from '../analysis/reading/read-safely.ts';
import { paths } from '../paths.ts';
import { systemClock } from '../platform/clock/index.ts';
import { databasePath, loadEnvironmentFile } from '../platform/config/index.ts';
import { backupDatabase, openReadOnly, restoreDatabase } from '../platform/store/index.ts';
import { verifyLog } from '../record/verify-log.ts';
import { modelFromSettings } from './model-from-settings.ts';
import { analysisReport, logReport } from './reports.ts';

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

loadEnvironmentFile();

const program = new Command('baton').description(
  'Carries a sold deal from the people who sold it to the people who deliver it.',
);

program
  .command('analyse')
  .description('Analyse a deal folder: what was promised, what the contract carries, what somebody must decide.')
  .argument('<dir>', 'the folder; deal.json in it names the files, else their kinds are guessed')
  .addOption(
    new Option('--engine <engine>', 'model asks the language model of BATON_MODEL_… too')
      .choices(['offline', 'model'])
      .default('offline'),
  )
  .option('--json', 'print the analysis as one JSON object')
  .action(async (dir: string, options: { engine: 'offline' | 'model'; json?: boolean }) => {
    const engine = options.engine === 'model' ? await modelFromSettings() : offlineEngine;
    const read = (bytes: Uint8Array, name: string) => readSafely(bytes, name, { entry: paths.documentChild });
    const { analysis, notices, refused } = await analyseFolder(dir, engine, { read });
    for (const notice of notices) say(notice);
    for (const one of refused) say(one.message);
    print(options.json ? JSON.stringify(analysis, null, 1) : analysisReport(analysis));
  });

program
  .command('verify-log')
  .description('Recompute the hash chain of the record and every text’s hash.')
  .option('--db <file>', 'the database', databasePath())
  .option('--anchor <hash>', 'a head that an earlier run printed; it must still be in the chain')
  .option('--json', 'print the verdict as one JSON object')
  .action((options: { db: string; anchor?: string; json?: boolean }) => {
    const { read, close } = openReadOnly(options.db);
    const verdict = verifyLog(read, options.anchor);
    close();
    print(options.json ? JSON.stringify(verdict) : logReport(verdict));
    if (!verdict.ok) process.exitCode = 1;
  });

program
  .command('backup')
  .description('Copy the database into a new file, also while Baton is running.')
  .argument('<file>', 'the backup to write; it must not be there yet')
  .option('--db <file>', 'the database', databasePath())
  .action((file: string, options: { db: string }) => {
    backupDatabase(options.db, file);
    print(`The database ${options.db} was copied to ${file}.`);
  });

program
  .command('restore')
  .description('Put a backup in the place of the database, which is kept beside it. Stop Baton first.')
  .argument('<file>', 'the backup')
  .option('--db <file>', 'the database', databasePath())
  .action((file: string, options: { db: string }) => {
    const { kept } = restoreDatabase(file, options.db, systemClock.now());
    print(`The database ${options.db} is now what ${file} held.${kept === null ? '' : ` The one before is ${kept}.`}`);
  });

try {
  await program.parseAsync();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
