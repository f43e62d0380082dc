import { hourOfTalk, measureAnalysis, megabyteOfContracts } from '../../scripts/bench/analysis.ts';
import type { Task } from '../task.ts';

export const speed: Task = {
  name: 'speed',
  about: 'analysing an hour of talk and a megabyte of contracts in one process, median of five',
  async run() {
    const talk = await measureAnalysis(hourOfTalk(), 'talk.txt', 'call');
    const contracts = await measureAnalysis(megabyteOfContracts(), 'contracts.txt', 'contract');
    return [
      {
        id: 'hour_ms',
        label: 'an hour of talk, milliseconds',
        value: Math.round(talk.analyseMs),
        on: '9,000 words',
        target: { most: 300 },
      },
      {
        id: 'megabytes_per_second',
        label: 'megabytes of contracts per second and core',
        value: Number(contracts.mbPerSecond.toFixed(2)),
        on: `${contracts.megabytes.toFixed(1)} MB`,
        target: { least: 1 },
      },
    ];
  },
};
