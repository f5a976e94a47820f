import { render } from 'preact';
import { readUnnamedLink } from '#shared/portals/links/unnamed-link.ts';
import { api } from '../ui/api.ts';
import { openAppStore } from '../ui/app-store.ts';
import { chooseForHelp } from '../ui/help-customer.ts';
import { leadTo } from '../ui/settings-place.ts';
import { Finder } from './finder.tsx';
import { FinderController } from './state/finder-controller.ts';
import { beforeKeys, guardKeys } from '../ui/keyboard.ts';
import { lastPage } from '#shared/portals/last-page.ts';
import { followList } from './state/follow-list.ts';
import { Showings } from './state/showings.ts';

const store = openAppStore(api);
const settings = () => store.get()?.status.settings;
const controller = new FinderController((command) => api.run(command), {
  pageOf: (customer) => lastPage(store.get(), customer),
  chooseForHelp,
  leadTo,
  listed: (tenantId) => store.get()?.customers.has(tenantId) ?? false,
  unnamedLink: (text) => readUnnamedLink(text, settings()?.portalHosts),
  hidesAfterCopy: () => settings()?.hideAfterCopy ?? false,
});
api.onProblem((problem) => controller.tell(problem));
api.onInstruction((asked) => controller.instruct(asked));
api.onSelection(({ tenantIds, unlisted }) => controller.select(tenantIds, unlisted));
followList(store, controller);

const showings = new Showings(
  () => controller.shown(settings()?.keepQuery ?? true),
  () => api.finderShowing(),
);
beforeKeys(() => showings.pressed());
const forgetKeys = guardKeys(window);
addEventListener('blur', () => showings.lost());
api.onFinderShown((showing) => showings.shown(showing));
api.onFinderHidden(() => {
  forgetKeys();
  showings.lost();
});

api.onFinderForget(() => controller.forget());

const root = document.getElementById('finder');
if (root !== null) render(<Finder api={api} store={store} controller={controller} />, root);
