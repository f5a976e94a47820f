import { render } from 'preact';
import { api } from '../ui/api.ts';
import { openAppStore } from '../ui/app-store.ts';
import { guardKeys } from '../ui/keyboard.ts';
import { Setup } from './setup.tsx';

guardKeys(window);
const root = document.getElementById('setup');
if (root !== null) render(<Setup api={api} store={openAppStore(api)} />, root);
