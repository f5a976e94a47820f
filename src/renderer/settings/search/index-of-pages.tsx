import { render } from 'preact';
import type { Translate } from '#shared/locales/messages.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { settingsPages } from '#shared/settings/settings-page.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { PlatformContext } from '../../ui/locked.tsx';
import { TextProvider } from '../../ui/text.tsx';
import { pages } from '../pages.ts';
import { declaredIn, keyOf } from './declared.ts';
import type { Findable } from './find.ts';

/**
 * All that can be found in the settings. Each page is built where nobody sees it, and says by itself what it has: also
 * what it shows only once something is switched on.
 */
export function indexOfPages(props: SectionProps, t: Translate): readonly Findable[] {
  const all = { ...props, state: withAllOn(props.state) };
  return settingsPages.flatMap((page): readonly Findable[] => {
    const { about, component: Content, title } = pages[page];
    const found = new Map<string, Findable>();
    for (const each of [props, all]) {
      // Taken down before the browser paints: what a page does once it is seen, such as a check, does not begin.
      const root = document.createElement('div');
      render(
        <TextProvider texts={props.state.texts}>
          <PlatformContext.Provider value={props.state.status.platform}>
            <Content {...each} />
          </PlatformContext.Provider>
        </TextProvider>,
        root,
      );
      for (const { control, heading, hints, text } of declaredIn(root)) {
        const key = keyOf({ heading, text });
        const hint = hints.map(({ textContent }) => textContent).join(' ');
        if (!found.has(key))
          found.set(key, { page, title: t(title), heading, text, hint, isControl: control !== undefined });
      }
      render(null, root);
    }
    return [
      { page, title: t(title), heading: '', text: t(title), hint: t(about), isControl: false },
      ...found.values(),
    ];
  });
}

/** As if all that can be switched on were on. */
function withAllOn(state: SectionProps['state']): SectionProps['state'] {
  const settings: Record<string, unknown> = { ...state.status.settings };
  for (const [name, value] of Object.entries(settings)) if (value === false) settings[name] = true;
  return { ...state, status: { ...state.status, settings: settings as unknown as Settings } };
}
