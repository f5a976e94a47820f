import { render } from 'preact';
import { api } from '../ui/api.ts';
import { openAppStore } from '../ui/app-store.ts';
import { guardKeys } from '../ui/keyboard.ts';
import { tellPainted } from '../ui/tell-painted.ts';
import { Setup } from './setup.tsx';

guardKeys(window);
const root = document.getElementById('setup');
const store = openAppStore(api);
if (root !== null) render(<Setup api={api} store={store} />, root);
tellPainted(api, store);
