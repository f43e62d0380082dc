import { useState } from 'preact/hooks';
import type { Planned } from './faults-panel.tsx';

interface ChaosProps {
  on: Planned['chaos'];
  change(verb: 'POST' | 'DELETE', name: string, body?: object): Promise<boolean>;
}

/** Trouble by chance. The same seed brings the same trouble again. */
export function Chaos({ on, change }: ChaosProps) {
  const [seed, setSeed] = useState('1');
  const [rate, setRate] = useState('0.1');
  return (
    <form
      class="panel-part plan-fault"
      aria-label="Chaos"
      onSubmit={(event) => {
        event.preventDefault();
        void change('POST', 'chaos', { seed: Number(seed), rate: Number(rate) });
      }}
    >
      <h3>Chaos</h3>
      <label class="short">
        Seed
        <input class="field" type="number" value={seed} onInput={(event) => setSeed(event.currentTarget.value)} />
      </label>
      <label class="short">
        Chance
        <input
          class="field"
          type="number"
          min={0}
          max={1}
          step={0.01}
          value={rate}
          onInput={(event) => setRate(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        {on ? 'Change' : 'Start'}
      </button>
      <button type="button" class="button" disabled={!on} onClick={() => void change('DELETE', 'chaos')}>
        Stop
      </button>
    </form>
  );
}
