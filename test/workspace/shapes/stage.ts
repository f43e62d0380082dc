import { LogLevel, WebClient } from '@slack/web-api';
import { sampleCompany } from '../../../src/workspace/sample-company.ts';
import type { WorkspaceSeed } from '../../../src/workspace/seed.ts';
import { startWorkspace, type Workspace } from '../../../src/workspace/server.ts';
import { clientOf, control, person, SCOPES, seedWith, until } from '../fixture.ts';
import { requestUrl } from '../request-url.ts';

/** Every event that the workspace can send. */
const SENT_EVENTS = [
  'app_context_changed',
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'assistant_thread_context_changed',
  'assistant_thread_started',
  'channel_archive',
  'channel_created',
  'channel_left',
  'channel_rename',
  'channel_unarchive',
  'file_deleted',
  'file_shared',
  'function_executed',
  'group_archive',
  'group_left',
  'group_rename',
  'group_unarchive',
  'member_joined_channel',
  'member_left_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'pin_added',
  'pin_removed',
  'reaction_added',
  'reaction_removed',
  'subteam_created',
  'subteam_members_changed',
  'subteam_updated',
  'tokens_revoked',
  'user_change',
];

const MORE_SCOPES = [
  'assistant:write',
  'channels:write.invites',
  'emoji:read',
  'mpim:history',
  'mpim:read',
  'mpim:write',
  'usergroups:read',
  'usergroups:write',
  'users:write',
];

interface Answered {
  method: string;
  answer: unknown;
}

const parameter = { type: 'string', name: 'name', title: 'Name', description: 'Of the deal', is_required: true };

/** A workspace with an app that may everything, hears everything, and writes down what it is told and answered. */
export async function stage() {
  const app = await requestUrl();
  const scopes = [...new Set([...SCOPES, ...MORE_SCOPES])];
  const seed = seedWith(
    {
      delivery: { http: app.address },
      scopes,
      events: SENT_EVENTS,
      redirect_urls: ['https://app.example/'],
      user_scopes: ['channels:write', 'groups:write'],
      token_rotation: true,
      functions: {
        find_deal: {
          title: 'Find a deal',
          description: 'By name',
          input_parameters: [parameter],
          output_parameters: [parameter],
        },
      },
    },
    withVisitor(),
  );
  const workspace = await startWorkspace({ seed, rateLimits: false });
  const answers: Answered[] = [];
  const bot = recorder(workspace, workspace.bot_token, answers);
  return {
    workspace,
    app,
    answers,
    /** A Web API call by the bot, or by whoever holds `token`; throws what Slack refuses. */
    async call(method: string, args: Record<string, unknown> = {}, token?: string): Promise<Record<string, unknown>> {
      const by = token === undefined ? bot : recorder(workspace, token, answers);
      return { ...(await by.apiCall(method, args)) };
    },
    /** The same of an app that opens a socket. */
    async callOverSocket(method: string) {
      const other = await startWorkspace({ seed: seedWith() });
      await recorder(other, other.app_token, answers).apiCall(method);
      await other.close();
    },
    payloads: () => app.got.map((one) => one.body),
    people: (id: string) => person(workspace, id),
    client: clientOf(workspace),
    settled: () => until(async () => (await control(workspace, 'state')).pending === 0),
    async close() {
      await workspace.close();
      app.close();
    },
  };
}

/** Somebody of another company in one of the channels. */
function withVisitor(): Pick<WorkspaceSeed, 'users' | 'channels'> {
  const visitor = {
    id: 'U0VISITOR',
    team_id: 'T0CUSTOMER',
    name: 'vera',
    real_name: 'Vera Visit',
    email: 'vera@customer.example',
  };
  const channels = sampleCompany.channels.map((channel) =>
    channel.id === 'C0HANDOFFS'
      ? { ...channel, is_ext_shared: true, members: [...channel.members, visitor.id] }
      : channel,
  );
  return { users: [...sampleCompany.users, visitor], channels };
}

export type Stage = Awaited<ReturnType<typeof stage>>;

/** Slack's own client, with each answer kept as it came. */
function recorder(workspace: Workspace, token: string, answers: Answered[]): WebClient {
  return new WebClient(token, {
    slackApiUrl: `${workspace.url}/api/`,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
    fetch: async (address, init) => {
      const response = await fetch(address, init);
      const answer: unknown = await response.clone().json();
      answers.push({ method: String(address).split('/api/')[1] ?? '', answer });
      return response;
    },
  });
}
