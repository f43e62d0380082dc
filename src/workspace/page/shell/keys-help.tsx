import { useApp } from '../store/context.tsx';
import { CloseButton, Dialog } from './dialog.tsx';

const KEYS: [title: string, keys: [keys: string, does: string][]][] = [
  [
    'Getting around',
    [
      ['Ctrl K', 'Jump to a place or person, or search'],
      ['Ctrl G', 'Search'],
      ['Alt ↑ / Alt ↓', 'Channel before, channel after'],
      ['Alt Shift ↑ / ↓', 'The same, unread ones only'],
      ['Alt ← / Alt →', 'Back and forward'],
      ['F6', 'From one part of the page to the next'],
      ['Ctrl Shift M', 'Activity'],
      ['Ctrl Shift L', 'Browse channels'],
      ['Ctrl /  or  ?', 'This list'],
    ],
  ],
  [
    'In a channel',
    [
      ['↑ / ↓  or  K / J', 'From message to message'],
      ['R  T  E', 'React to the message, answer it, edit it'],
      ['P  U  L', 'Pin it, mark unread from it, copy its link'],
      ['Del', 'Delete the message'],
      ['↑ in an empty field', 'Edit what one wrote last'],
      ['Enter', 'Send'],
      ['Shift Enter', 'New line'],
      ['Esc', 'Close the thread, the canvas beside, or the window'],
    ],
  ],
  [
    'In lists and menus',
    [
      ['↑ / ↓', 'Move'],
      ['Home / End', 'First and last'],
      ['A letter', 'The next one that begins with it'],
    ],
  ],
];

export function KeysHelp() {
  const { session } = useApp();
  const close = (): void => session.openPanel(null);
  return (
    <Dialog title="Keyboard shortcuts" onEscape={close} after={<CloseButton close={close} />}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="dialog-main keys" aria-label="Shortcuts" tabIndex={0}>
        {KEYS.map(([title, keys]) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([key, does]) => (
                <div key={does}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p class="faint">On a Mac, Cmd does what Ctrl does.</p>
      </section>
    </Dialog>
  );
}
