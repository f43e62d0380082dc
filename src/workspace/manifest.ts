import { z } from 'zod';
import type { WorkspaceSeed } from './seed.ts';

/** The parts of a Slack app manifest that the workspace acts upon (docs.slack.dev/reference/app-manifest). */
const Manifest = z.object({
  display_information: z.object({ name: z.string() }),
  features: z
    .object({
      bot_user: z.object({ display_name: z.string() }).optional(),
      slash_commands: z
        .array(
          z.object({
            command: z.string(),
            description: z.string().default(''),
            usage_hint: z.string().default(''),
            should_escape: z.boolean().default(false),
          }),
        )
        .default([]),
      shortcuts: z
        .array(z.object({ name: z.string(), type: z.enum(['global', 'message']), callback_id: z.string() }))
        .default([]),
    })
    .prefault({}),
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()).default([]), bot_optional: z.array(z.string()).default([]) }),
  }),
  settings: z
    .object({ event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}) })
    .prefault({}),
});

/** Installs the app a manifest describes: its name, scopes, commands, shortcuts and events replace the seed's. */
export function applyManifest(seed: WorkspaceSeed, manifest: unknown): WorkspaceSeed {
  const { display_information, features, oauth_config, settings } = Manifest.parse(manifest);
  const botName = features.bot_user?.display_name ?? display_information.name;
  return {
    ...seed,
    app: {
      ...seed.app,
      name: display_information.name,
      bot_user: { ...seed.app.bot_user, name: botName.toLowerCase().replace(/[^a-z0-9._-]/g, ''), real_name: botName },
      scopes: [...oauth_config.scopes.bot, ...oauth_config.scopes.bot_optional],
      commands: features.slash_commands,
      shortcuts: features.shortcuts,
      events: settings.event_subscriptions.bot_events,
    },
  };
}
