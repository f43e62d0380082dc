import type { DecisionLogLine, Handoff } from '../state.ts';
import { sourceTitle } from '../titles.ts';
import { type Line, type Section, section } from './model.ts';

const author = (by: string): Line => (by.startsWith('baton:') ? ['Baton'] : [{ user: by }]);

const authors = (all: readonly string[]): Line =>
  all.flatMap((by, at): Line => [...(at > 0 ? [', '] : []), ...author(by)]);

const longest = 60;

const what = (one: DecisionLogLine): Line => [
  one.what,
  ...(one.people ?? []).flatMap((user, at): Line => [at === 0 ? ': ' : ', then ', { user }]),
];

export const decisionLog = (handoff: Handoff): Section =>
  section('decision_log', 'Decision log', 'Nothing has been decided yet.', {
    paragraphs:
      handoff.log.length > longest ? [[`The newest ${longest} of ${handoff.log.length}; the rest is on record.`]] : [],
    table: {
      caption: 'Decision log, newest last',
      head: ['When (UTC)', 'Who', 'What'],
      rows: handoff.log
        .slice(-longest)
        .map((one): Line[] => [[one.at.slice(0, 16).replace('T', ' ')], authors(one.by), what(one)]),
    },
  });

const kb = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 * 1024
      ? `${Math.round(bytes / 1024)} kB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

export const sourceIndex = (handoff: Handoff): Section =>
  section('sources', 'Source index', 'No source has been added yet.', {
    table: {
      caption: 'Sources',
      head: ['Source', 'Kind', 'Size', 'SHA-256 (first 12)', 'Added by'],
      rows: handoff.sources.map((one): Line[] => [
        [{ mark: { source: one.id, locator: one.name } }],
        [`${sourceTitle[one.kind]}${one.signed ? ', signed' : ''}${one.kindGuessed ? ' (a guess)' : ''}`],
        [kb(one.size)],
        [one.sha256.slice(0, 12)],
        author(one.addedBy),
      ]),
    },
  });

export const signoffs = (handoff: Handoff): Section =>
  section('signoffs', 'Signoffs', 'Nobody has signed yet.', {
    table: {
      caption: 'Signoffs',
      head: ['Party', 'Who', 'Version', 'When (UTC)', 'Stands'],
      rows: handoff.signoffs.map((one): Line[] => [
        [one.party],
        author(one.by),
        [`v${one.version}`],
        [one.at.slice(0, 16).replace('T', ' ')],
        [one.voided ? `voided: ${one.voided.because}` : 'yes'],
      ]),
    },
  });
