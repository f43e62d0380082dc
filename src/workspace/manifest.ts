import { z } from 'zod';
import { Functions } from './manifest-functions.ts';
import type { WorkspaceSeed } from './seed.ts';

const Scopes = z.array(z.string()).default([]);

/** The parts of a Slack app manifest that the workspace acts upon (docs.slack.dev/reference/app-manifest). */
const Manifest = z.object({
  display_information: z.object({ name: z.string() }),
  features: z
    .object({
      app_home: z.object({ home_tab_enabled: z.boolean().default(false) }).optional(),
      agent_view: z.looseObject({}).optional(),
      assistant_view: z.looseObject({}).optional(),
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
  functions: Functions,
  oauth_config: z.object({
    redirect_urls: z.array(z.url()).default([]),
    scopes: z.object({ bot: Scopes, bot_optional: Scopes, user: Scopes, user_optional: Scopes }).prefault({}),
  }),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}),
      token_rotation_enabled: z.boolean().default(false),
    })
    .prefault({}),
});

/** Installs the app a manifest describes: its name, scopes, commands, shortcuts and events replace the seed's. */
export function applyManifest(seed: WorkspaceSeed, manifest: unknown): WorkspaceSeed {
  const { display_information, features, functions, oauth_config, settings } = Manifest.parse(manifest);
  const botName = features.bot_user?.display_name ?? display_information.name;
  return {
    ...seed,
    app: {
      ...seed.app,
      name: display_information.name,
      bot_user: { ...seed.app.bot_user, name: botName.toLowerCase().replace(/[^a-z0-9._-]/g, ''), real_name: botName },
      scopes: [...oauth_config.scopes.bot, ...oauth_config.scopes.bot_optional],
      user_scopes: [...oauth_config.scopes.user, ...oauth_config.scopes.user_optional],
      redirect_urls: [...(seed.app.redirect_urls ?? []), ...oauth_config.redirect_urls],
      token_rotation: settings.token_rotation_enabled,
      commands: features.slash_commands,
      shortcuts: features.shortcuts,
      events: settings.event_subscriptions.bot_events,
      functions,
      home_tab_enabled: features.app_home?.home_tab_enabled ?? false,
      assistant: features.agent_view ? 'agent_view' : features.assistant_view ? 'assistant_view' : null,
    },
  };
}
