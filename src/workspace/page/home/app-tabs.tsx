import { useApp } from '../store/context.tsx';

type AppTab = 'home' | 'messages' | 'history' | 'about';

/** The app's own places: what it shows, the talk with it, earlier talks, and what it is. */
export function AppTabs({ now }: { now: AppTab }) {
  const { state, session } = useApp();
  const app = state.workspace?.app;
  if (!app) return null;
  const tabs: [AppTab, string, () => void][] = [
    ['home', 'Home', () => void session.openHome()],
    ['messages', 'Messages', () => void session.openDm(app.bot_user)],
    ['about', 'About', () => void session.openHome('about')],
  ];
  if (state.assistant?.view === 'assistant_view')
    tabs.splice(2, 0, ['history', 'History', () => void session.openHome('history')]);
  return (
    <div class="channel-bars">
      <div class="tabs" role="tablist" aria-label={`${app.name}: views of this app`}>
        {tabs.map(([tab, label, open]) => (
          <button key={tab} type="button" role="tab" class="tab" aria-selected={tab === now} onClick={open}>
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}
