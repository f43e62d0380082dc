import { useApp } from '../store/context.tsx';
import { userOf } from '../store/state.ts';

/** What the app brought with it: its commands, its shortcuts, and how it is reached. */
export function AppAbout() {
  const { state, session } = useApp();
  const { workspace } = state;
  const app = workspace?.app;
  if (!workspace || !app) return null;
  const bot = userOf(state, app.bot_user);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="home-scroll" aria-label="About this app" tabIndex={0}>
      <div class="home about">
        <dl class="facts">
          <div>
            <dt>App</dt>
            <dd>
              {app.name} <code>{app.id}</code>
            </dd>
          </div>
          <div>
            <dt>Bot</dt>
            <dd>
              @{bot?.name} <code>{app.bot_user}</code>
            </dd>
          </div>
          <div>
            <dt>State</dt>
            <dd>{app.connected ? 'connected' : 'not connected'}</dd>
          </div>
        </dl>
        <h2>Commands</h2>
        {workspace.commands.length === 0 ? <p class="faint">None.</p> : null}
        <ul class="about-list">
          {workspace.commands.map((one) => (
            <li key={one.command}>
              <code>
                {one.command} {one.usage_hint}
              </code>
              <span>{one.description}</span>
            </li>
          ))}
        </ul>
        <h2>Shortcuts</h2>
        {workspace.shortcuts.length === 0 ? <p class="faint">None.</p> : null}
        <ul class="about-list">
          {workspace.shortcuts.map((one) => (
            <li key={one.callback_id}>
              <strong>{one.name}</strong>
              <span>{one.type === 'global' ? 'from anywhere' : 'on a message'}</span>
            </li>
          ))}
        </ul>
        <p>
          <button type="button" class="button" onClick={() => void session.go({ kind: 'inspector' })}>
            See its traffic in the inspector
          </button>
        </p>
      </div>
    </section>
  );
}
