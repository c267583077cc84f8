import '@waarborg/shared/ui/theme.css';
import '@waarborg/shared/ui/components.css';
import '../../src/panel/panel.css';
import '../../src/panel/entry-sections.css';
import '../../src/panel/references.css';
import '../../src/panel/suggestions.css';
import '../../src/panel/upkeep.css';
import { render } from 'preact';
import { PanelPage } from '../../src/panel/panel-page.tsx';

const root = document.querySelector('#app');
if (!root) throw new Error('The page has no element #app.');
render(<PanelPage />, root);
