import { readFile } from 'node:fs/promises';
import { castOf } from './cast.ts';
import type { Deal } from './deal-folder.ts';
import { OnRecord } from './on-record.ts';
import type { Processes } from './processes.ts';
import { Scene } from './scene.ts';
import { found, StepFailed } from './step-failed.ts';
import { answerIntake } from './steps/answer-intake.ts';
import { answerQuestions } from './steps/answer-questions.ts';
import { checkRecord } from './steps/check-record.ts';
import { decideFlags } from './steps/decide-flags.ts';
import { dropFiles } from './steps/drop-files.ts';
import { letDaysPass } from './steps/let-days-pass.ts';
import { openHandoff } from './steps/open-handoff.ts';
import { readEvidence } from './steps/read-evidence.ts';
import { readPacket } from './steps/read-packet.ts';
import { sameDeal } from './steps/same-deal.ts';
import { scheduleKickoff } from './steps/schedule-kickoff.ts';
import { signPacket } from './steps/sign-packet.ts';
import { tryKickoffEarly } from './steps/try-kickoff-early.ts';

interface Step {
  title: string;
  /** Does it as people would, checks what is on record and what is seen, and says in a few words what is on record. */
  run: (scene: Scene) => Promise<string>;
}

const steps: readonly Step[] = [
  { title: 'Handoff opened', run: openHandoff },
  { title: 'Same deal again', run: sameDeal },
  { title: 'Files dropped', run: dropFiles },
  { title: 'Evidence read', run: readEvidence },
  { title: 'Kickoff tried early', run: tryKickoffEarly },
  { title: 'Intake answered', run: answerIntake },
  { title: 'Days passed', run: letDaysPass },
  { title: 'Flags decided', run: decideFlags },
  { title: 'Questions answered', run: answerQuestions },
  { title: 'Packet read', run: readPacket },
  { title: 'Packet signed', run: signPacket },
  { title: 'Kickoff scheduled', run: scheduleKickoff },
  { title: 'Record checked', run: checkRecord },
];

export interface Done {
  number: number;
  of: number;
  title: string;
  onRecord: string;
  /** Milliseconds. */
  took: number;
}

/** A step that failed, by its title. */
export class HandOverFailed extends Error {
  readonly step: string;
  constructor(step: string, cause: unknown) {
    super(
      cause instanceof StepFailed
        ? cause.message
        : cause instanceof Error
          ? (cause.stack ?? cause.message)
          : String(cause),
    );
    this.name = 'HandOverFailed';
    this.step = step;
  }
}

export interface HandedOver {
  h: string;
  channel: string;
  cast: Scene['cast'];
}

/** Whatever Baton logged as an error is a defect that somebody has to look at. */
const checkLog = async (file: string): Promise<void> => {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.includes('"level":"error"'));
  if (lines.length > 0)
    throw new HandOverFailed('Log', new StepFailed(`Baton logged ${lines.length} errors, first: ${lines[0]}`));
};

/** The whole main job on one deal, done by scripted people. Throws `HandOverFailed` at the first thing that is not as it should be. */
export const handOver = async (deal: Deal, processes: Processes, tell: (done: Done) => void): Promise<HandedOver> => {
  const { people } = processes;
  const record = new OnRecord(processes.database);
  const died = processes.died.then((sentence) => Promise.reject(new StepFailed(sentence)));
  died.catch(() => undefined); // the race below listens; between two steps nobody does
  try {
    const company = await people.company();
    const bot = found(company.app?.bot_user, 'No app is installed in the workspace.');
    const scene = new Scene({ deal, people, cast: await castOf(deal, people), record, bot });
    for (const [at, { title, run }] of steps.entries()) {
      const from = performance.now();
      try {
        const onRecord = await Promise.race([run(scene), died]);
        tell({ number: at + 1, of: steps.length, title, onRecord, took: performance.now() - from });
      } catch (error) {
        throw new HandOverFailed(title, error);
      }
    }
    await checkLog(processes.log);
    return { h: scene.h, channel: scene.channel, cast: scene.cast };
  } finally {
    record.close();
  }
};
