import '@waarborg/shared/zod-configuration';
import '@waarborg/shared/ui/theme.css';
import '../../src/welcome/welcome.css';
import { render } from 'preact';
import { WelcomePage } from '../../src/welcome/welcome-page.tsx';

const root = document.querySelector('#app');
if (!root) throw new Error('The page has no element #app.');
render(<WelcomePage />, root);
