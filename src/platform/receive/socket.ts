import { type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../log/index.ts';
import { slackLogger } from '../slack/index.ts';

/** Slack over Socket Mode. `apiUrl` is where `apps.connections.open` is asked for the address to connect to. */
export const createSocketReceiver = (options: { appToken: string; apiUrl: string; log: Log }): Receiver =>
  new SocketModeReceiver({
    appToken: options.appToken,
    logger: slackLogger(options.log),
    installerOptions: { clientOptions: { slackApiUrl: options.apiUrl } },
  });
