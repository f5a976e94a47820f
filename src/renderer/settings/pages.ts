import type { ComponentType } from 'preact';
import type { MessageKey } from '#shared/locales/messages.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { SectionProps } from '../sections/section-props.ts';
import type { IconName } from '../ui/icon.tsx';
import { AboutPage } from './about/about-page.tsx';
import { AccountsPage } from './accounts/accounts-page.tsx';
import { BrowsersPage } from './browsers/browsers-page.tsx';
import { CustomersPage } from './customers/customers-page.tsx';
import { FinderPage } from './finder/finder-page.tsx';
import { GeneralPage } from './general/general-page.tsx';
import { HelpPage } from './help/help-page.tsx';
import { HuntsPage } from './hunts/hunts-page.tsx';
import { JournalPage } from './journal/journal-page.tsx';
import { PortalsPage } from './portals/portals-page.tsx';
import { ProfilesPage } from './profiles/profiles-page.tsx';
import { SourcesPage } from './sources/sources-page.tsx';

/** A page: its place in the list, and what it shows below its heading. */
export interface Page {
  readonly title: MessageKey;
  readonly about: MessageKey;
  readonly icon: IconName;
  readonly component: ComponentType<SectionProps>;
}

/** Every page of the settings. To add one: its id in src/shared/settings/settings-page.ts, a row here, its texts. */
export const pages: Readonly<Record<SettingsPage, Page>> = {
  general: {
    title: 'settings.general.title',
    about: 'settings.general.about',
    icon: 'settings',
    component: GeneralPage,
  },
  finder: {
    title: 'settings.finder.title',
    about: 'settings.finder.about',
    icon: 'search',
    component: FinderPage,
  },
  accounts: {
    title: 'settings.accounts.title',
    about: 'settings.accounts.about',
    icon: 'person',
    component: AccountsPage,
  },
  sources: {
    title: 'settings.sources.title',
    about: 'settings.sources.about',
    icon: 'sources',
    component: SourcesPage,
  },
  customers: {
    title: 'settings.customers.title',
    about: 'settings.customers.about',
    icon: 'building',
    component: CustomersPage,
  },
  portals: {
    title: 'settings.portals.title',
    about: 'settings.portals.about',
    icon: 'link',
    component: PortalsPage,
  },
  hunts: {
    title: 'settings.huntsPage.title',
    about: 'settings.huntsPage.about',
    icon: 'note',
    component: HuntsPage,
  },
  browsers: {
    title: 'settings.browsers.title',
    about: 'settings.browsers.about',
    icon: 'window',
    component: BrowsersPage,
  },
  profiles: {
    title: 'settings.profiles.title',
    about: 'settings.profiles.about',
    icon: 'layers',
    component: ProfilesPage,
  },
  journal: {
    title: 'journal.title',
    about: 'journal.about',
    icon: 'clock',
    component: JournalPage,
  },
  help: {
    title: 'settings.help.title',
    about: 'settings.help.about',
    icon: 'help',
    component: HelpPage,
  },
  about: {
    title: 'about.title',
    about: 'about.about',
    icon: 'info',
    component: AboutPage,
  },
};
