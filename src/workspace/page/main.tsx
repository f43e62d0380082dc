import { render } from 'preact';
import { Page } from './shell/page.tsx';
import { applyStoredTheme } from './shell/theme.tsx';
import { SessionProvider } from './store/context.tsx';
import './styles/base.css';
import './styles/controls.css';
import './styles/shell.css';
import './styles/messages.css';
import './styles/text.css';
import './styles/blocks.css';
import './styles/dialog.css';
import './styles/canvas.css';
import './styles/panels.css';
import './styles/places.css';
import './styles/inspector.css';
import './styles/narrow.css';

const root = document.getElementById('page');
applyStoredTheme();
if (root) {
  render(
    <SessionProvider>
      <Page />
    </SessionProvider>,
    root,
  );
}
