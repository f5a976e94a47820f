import { render } from 'preact';
import { api } from '../ui/api.ts';
import { openAppStore } from '../ui/app-store.ts';
import { guardKeys } from '../ui/keyboard.ts';
import { tellPainted } from '../ui/tell-painted.ts';
import { Settings } from './settings.tsx';

guardKeys(window);
const root = document.getElementById('settings');
const store = openAppStore(api);
if (root !== null) render(<Settings api={api} store={store} />, root);
tellPainted(api, store);
