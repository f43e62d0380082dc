import { useState } from 'preact/hooks';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { refusalWords } from '../store/refusal-words.ts';
import { CloseButton, Dialog } from './dialog.tsx';

export function NewChannel({ name: begun }: { name: string }) {
  const { session } = useApp();
  const [name, setName] = useState(begun);
  const [isPrivate, setPrivate] = useState(false);
  const [refused, setRefused] = useState('');
  const close = (): void => session.openPanel(null);
  const create = async (): Promise<void> => {
    try {
      const { channel } = await people('create_channel', { as: session.me(), name, is_private: isPrivate });
      await session.readWorkspace();
      const id = typeof channel === 'object' && channel !== null && 'id' in channel ? String(channel.id) : '';
      await session.openChannel(id);
      session.openPanel({ kind: 'channel', channel: id, tab: 'members' });
    } catch (error) {
      setRefused(refusalWords(error));
    }
  };
  return (
    <Dialog title="Create a channel" onEscape={close} class="question" after={<CloseButton close={close} />}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <div class="dialog-main stack">
          <label class="stack">
            <strong>Name</strong>
            <input
              class="field"
              type="text"
              data-first-focus
              placeholder="for-example-like-this"
              aria-invalid={refused !== ''}
              aria-describedby="new-channel-refused"
              value={name}
              onInput={(event) => {
                setName(event.currentTarget.value.toLowerCase().replace(/\s/g, '-'));
                setRefused('');
              }}
            />
          </label>
          <p id="new-channel-refused" class="field-error" role="alert">
            {refused}
          </p>
          <label class="choice">
            <input type="checkbox" checked={isPrivate} onChange={(event) => setPrivate(event.currentTarget.checked)} />{' '}
            Private: only those who are invited see it
          </label>
        </div>
        <footer class="dialog-foot">
          <button type="button" class="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" class="button primary" disabled={name.trim() === ''}>
            Create
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
