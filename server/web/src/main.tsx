import './zod-configuration.ts';
import '../styles/fonts.css';
import '../styles/index.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { startNavigation } from './routing/navigation.ts';

const root = document.querySelector('#app');
if (!root) throw new Error('The page has no element #app.');
startNavigation();
render(<App />, root);
