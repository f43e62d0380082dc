interface DisturbProps {
  change(verb: 'POST', name: string, body: object): Promise<boolean>;
}

const DEEDS: [label: string, name: string, body: object][] = [
  ['Drop the socket', 'drop', {}],
  ['Drop it within a message', 'drop', { within: true }],
  ['Ask for a reconnect', 'refresh', { reason: 'refresh_requested' }],
  ['Warn of a reconnect', 'refresh', { reason: 'warning' }],
  ['Revoke the bot token', 'token', { revoked: true }],
  ['Give the token back', 'token', { revoked: false }],
  ['Switch event delivery off', 'subscriptions', { enabled: false }],
  ['Switch event delivery on', 'subscriptions', { enabled: true }],
];

/** What happens at once. */
export function Disturb({ change }: DisturbProps) {
  return (
    <section class="panel-part" aria-label="At once">
      <h3>At once</h3>
      <div class="deeds">
        {DEEDS.map(([label, name, body]) => (
          <button key={label} type="button" class="button small" onClick={() => void change('POST', name, body)}>
            {label}
          </button>
        ))}
      </div>
    </section>
  );
}
