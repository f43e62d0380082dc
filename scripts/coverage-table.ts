import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleCompany } from '../src/workspace/sample-company.ts';
import { WorkspaceSeed } from '../src/workspace/seed.ts';
import { createUploads } from '../src/workspace/state/uploads.ts';
import { createWorld } from '../src/workspace/state/world.ts';
import { methods } from '../src/workspace/web-api/methods.ts';

/** Writes docs/local-workspace.md: what the local workspace keeps of Slack, from the rules in test/workspace/conformance. */
const root = fileURLToPath(new URL('..', import.meta.url));
const rulesDir = 'test/workspace/conformance';
export const tablePath = join(root, 'docs/local-workspace.md');

/** Where what is this workspace's own invention is stated: faults, snapshots, the inspector's traffic. */
export const OWN_DOC = 'src/workspace/README.md';

export interface Rule {
  about: string;
  says: string;
  doc: string;
  file: string;
}

const LITERAL = `(?:'((?:[^'\\\\]|\\\\.)*)'|"((?:[^"\\\\]|\\\\.)*)"|\`((?:[^\`\\\\$]|\\\\.)*)\`)`;
const CALL = new RegExp(`\\brule\\(\\s*${LITERAL},\\s*${LITERAL},\\s*${LITERAL}`, 'g');

/** Every `rule(about, says, doc, …)` with literal arguments, in the order of the files. */
export async function readRules(): Promise<Rule[]> {
  const names = (await readdir(join(root, rulesDir), { recursive: true }))
    .filter((name) => name.endsWith('.test.ts'))
    .sort();
  const rules: Rule[] = [];
  for (const name of names) {
    const source = await readFile(join(root, rulesDir, name), 'utf8');
    for (const found of source.matchAll(CALL)) {
      const [about = '', says = '', doc = ''] = [0, 1, 2].map((at) => literal(found.slice(1 + at * 3, 4 + at * 3)));
      rules.push({ about, says, doc, file: `${rulesDir}/${name}` });
    }
  }
  return rules;
}

export function registeredMethods(): string[] {
  const world = createWorld(WorkspaceSeed.parse(sampleCompany), { wall: Date.now, onDefect: console.error });
  world.clock.stop();
  return Object.keys(methods(createUploads(world))).sort();
}

export async function coverageTable(): Promise<string> {
  const rules = await readRules();
  const names = registeredMethods();
  const groups = Map.groupBy(rules, ({ about }) =>
    about.includes(':') ? about.slice(0, about.indexOf(':')) : 'method',
  );
  const sections = Object.entries(TITLES).map(([kind, title]) => {
    const own = groups.get(kind) ?? [];
    const abouts = kind === 'method' ? names : [...new Set(own.map(({ about }) => about))].sort();
    const rows = abouts.map((about) =>
      row(
        about,
        own.filter((rule) => rule.about === about),
      ),
    );
    return `## ${title}\n\n${rows.length} rows, ${own.length} rules.\n\n| | rules | kept by | stated at |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `${INTRODUCTION}\n${sections.join('\n')}\n${await missing(names)}`;
}

/** What Slack's own client can call and the workspace answers with `unknown_method`. */
async function missing(names: string[]): Promise<string> {
  const client = await readFile(fileURLToPath(import.meta.resolve('@slack/web-api/dist/methods.js')), 'utf8');
  const all = [...new Set([...client.matchAll(/'([a-z]\w+(?:\.\w+)+)'/g)].map(([, name]) => name ?? ''))];
  const left = all.filter((name) => !names.includes(name));
  const families = Map.groupBy(left, (name) => name.slice(0, name.indexOf('.')));
  const rows = [...families]
    .sort()
    .map(
      ([family, own]) =>
        `| \`${family}\` | ${own.length > 12 ? `${own.length} methods` : own.map((name) => `\`${name}\``).join(', ')} |`,
    );
  return `## Not there\n\nOf ${all.length} methods that \`@slack/web-api\` can call, ${all.length - left.length} are there. These answer \`unknown_method\`:\n\n| family | methods |\n|---|---|\n${rows.join('\n')}\n`;
}

const TITLES = {
  method: 'Web API methods',
  event: 'Events',
  delivery: 'Deliveries and interactivity',
  limit: 'Limits',
  block: 'Blocks',
  element: 'Elements',
  object: 'Composition objects',
  canvas: 'Canvases',
  people: 'People',
  plan: 'Plans',
  workspace: "The workspace's own",
};

const INTRODUCTION = `# What the local workspace keeps of Slack

Made by \`node scripts/coverage-table.ts\` from the rules in \`${rulesDir}\`; a test fails when it is out of date. Each rule is a test that a client nobody here wrote
(\`@slack/web-api\`, Bolt, \`@slack/socket-mode\`, \`@slack/oauth\`) drives. A row without rules is there but not covered. What Slack does not have (faults,
snapshots, the traffic) stands last, under "The workspace's own". The shapes of answers, events and
interactions are compared with Slack's own samples in \`test/workspace/shapes\`. What is missing and what differs knowingly stands in
[src/workspace/README.md](../src/workspace/README.md#where-it-differs-from-slack).
`;

const literal = (parts: (string | undefined)[]): string =>
  (parts.find((part) => part !== undefined) ?? '').replace(/\\(.)/g, '$1');

function row(about: string, rules: Rule[]): string {
  const files = [...new Set(rules.map(({ file }) => file))].map(
    (file) => `[${file.slice(rulesDir.length + 1, -'.test.ts'.length)}](../${file})`,
  );
  const docs = [...new Set(rules.map(({ doc }) => doc))].map((doc) =>
    doc === OWN_DOC ? `[${doc}](../${doc})` : `[${doc.replace(/^docs\.slack\.dev\//, '')}](https://${doc})`,
  );
  const name = about.slice(about.indexOf(':') + 1);
  return `| \`${name}\` | ${rules.length === 0 ? 'not covered' : rules.length} | ${files.join(', ')} | ${docs.slice(0, 2).join(', ')} |`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(tablePath, await coverageTable());
