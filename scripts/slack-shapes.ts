import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { instancesIn, instancesOfPayload, isFields } from '../test/workspace/shapes/key-paths.ts';
import { objectsIn } from './slack-shapes/literals.ts';

/**
 * Writes `test/workspace/shapes/keys.json`: which keys Slack's answers, events and interaction payloads carry. Names of keys only, no values.
 * Arguments: checkouts or bare clones of slackapi/java-slack-sdk (samples and filled payloads), slackapi/bolt-python and slack-go/slack.
 */
const [java, python, go] = process.argv.slice(2);
if (!java || !python || !go) throw new Error('usage: slack-shapes.ts <java-slack-sdk> <bolt-python> <slack-go>');

/** Method families that the workspace has or will have. */
const METHODS =
  /^(api\.test|auth\.(test|revoke)|apps\.(connections\.open|uninstall$)|assistant\.|bookmarks\.|bots\.info|canvases\.|chat\.(?!unfurl)|conversations\.(?!.*(Shared|Connect|externalInvite))|emoji\.list|files\.(get|complete|info|list|delete)|functions\.|oauth\.v2\.|pins\.|reactions\.|team\.info|usergroups\.|users\.(?!deletePhoto|discover|identity|profile\.set|setActive|setPhoto)|views\.)/;
const EVENTS =
  /^(App(HomeOpened|Mention|Uninstalled|RateLimited)|Channel(?!Shared|Unshared|Posting)|Emoji|File(Created|Change|Deleted|Public|Shared|Unshared)|Group(?!Open|Close)|Im(?!Open|Close)|LinkShared|Member|Message(?!Ekm|ChannelPosting)|Pin|Reaction|Subteam|Team(Join|Rename|Domain)|TokensRevoked|User(Change|Profile|Status))/;
/** Where filled payloads stand. */
const FILLED: [repository: string, files: RegExp][] = [
  [java, /^bolt\/src\/test\/java\/test_locally\/app\/.*\.java$/],
  [python, /^tests\/scenario_tests\/test_.*\.py$/],
  [go, /^socketmode\/socketmode_test\.go$/],
];

/** Kinds that ended with their feature, and payloads that only a test would send. */
const GONE =
  /^(interaction:(dialog_|interactive_message|nonsense|url_verification|workflow_step_)|event:(workflow_step_|subscribed$|team_access_))/;

const git = (repository: string, ...args: string[]) =>
  execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8', maxBuffer: 1e9 });
const filesOf = (repository: string, under: string) =>
  git(repository, 'ls-tree', '-r', '--name-only', 'HEAD', under).trim().split('\n');
const textOf = (repository: string, path: string) => git(repository, 'show', `HEAD:${path}`);

const samples = new Map<string, Set<string>>();
const collect = (instances: ReturnType<typeof instancesIn>) => {
  for (const { kind, keys } of instances.filter((one) => !GONE.test(one.kind))) {
    samples.set(kind, new Set([...(samples.get(kind) ?? []), ...keys]));
  }
};
for (const path of filesOf(java, 'json-logs/samples/')) {
  const name = basename(path, '.json');
  const read = (): unknown => JSON.parse(textOf(java, path));
  if (path.includes('/samples/api/') && METHODS.test(name)) collect(instancesIn(name, read()));
  if (path.includes('/samples/events/') && EVENTS.test(name)) collect(instancesOfPayload(read()));
  if (/\/(interactive-components|views|slash-commands)\//.test(path) && !name.startsWith('Attachment')) {
    const payload = read();
    const type = { BlockActionPayload: 'block_actions', MessageShortcutPayload: 'message_action' }[name];
    const typed = type && isFields(payload) ? { ...payload, type, container: undefined } : payload;
    collect(instancesOfPayload(typed));
    if (isFields(payload) && payload.container) collect(instancesIn(`interaction:${type}`, payload));
  }
}

/** Of each kind, how many filled payloads there are and which keys every one of them has. */
const filled = new Map<string, { seen: number; always: Set<string> }>();
for (const [repository, files] of FILLED) {
  for (const path of filesOf(repository, '.').filter((one) => files.test(one))) {
    for (const value of objectsIn(textOf(repository, path))) {
      const inner = isFields(value) && isFields(value.payload) ? value.payload : value;
      if (!isFields(inner) || !('token' in inner || 'event_ts' in inner)) continue;
      const instances = instancesOfPayload(inner);
      collect(instances);
      for (const { kind, keys } of instances.filter((one) => !GONE.test(one.kind))) {
        const old = filled.get(kind);
        filled.set(kind, {
          seen: (old?.seen ?? 0) + 1,
          always: old ? new Set([...old.always].filter((key) => keys.has(key))) : keys,
        });
      }
    }
  }
}

const sorted = <T>(map: Map<string, T>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1));
const commit = (repository: string) => git(repository, 'rev-parse', 'HEAD').trim();
const result = {
  from: {
    'slackapi/java-slack-sdk': commit(java),
    'slackapi/bolt-python': commit(python),
    'slack-go/slack': commit(go),
  },
  known: Object.fromEntries(sorted(samples).map(([kind, keys]) => [kind, [...keys].sort().join(' ')])),
  always: Object.fromEntries(
    sorted(filled).map(([kind, { seen, always }]) => [kind, { seen, keys: [...always].sort().join(' ') }]),
  ),
};
writeFileSync(new URL('../test/workspace/shapes/keys.json', import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
console.log(`${samples.size} kinds, ${[...samples.values()].reduce((sum, keys) => sum + keys.size, 0)} key paths`);
