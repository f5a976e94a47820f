import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { allPages } from '#shared/portals/pages.ts';
import { nameOf } from '#shared/portals/names.ts';
import type { OwnPage } from '#shared/portals/own-page.ts';
import type { PortalSettings } from '#shared/portals/portal-settings.ts';
import { withoutAccents } from '#shared/text/without-accents.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Locked } from '../../ui/locked.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { wordsIn } from '../search/find.ts';
import { placed, placeOf, toggled } from './page-list.ts';
import { PageRow } from './page-row.tsx';

/** Every page: which are offered, and in which order. Rows are moved by dragging, by their buttons, or by Alt and an arrow. */
export function PageRows(props: SectionProps & { readonly edit: (page: OwnPage) => void }) {
  const { settings, locked } = props.state.status;
  const { t } = useText();
  const id = useId();
  const command = useCommand(props.api);
  const [filter, setFilter] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const change = (part: Partial<PortalSettings>) => command.run({ kind: 'changeSettings', change: part });
  const all = allPages(settings);
  const ids = all.map((page) => page.id);
  const words = wordsIn(filter);
  const shown = all.filter((page) => {
    const text = withoutAccents(`${nameOf(page, t)} ${placeOf(page)}`);
    return words.every((word) => text.includes(word));
  });
  // A row that is moved is put elsewhere in the page, and loses the keyboard by that.
  const held = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    held.current?.focus();
    held.current = null;
  }, [settings.portalOrder]);
  const isOrderLocked = locked.includes('portalOrder');
  const isHidingLocked = locked.includes('hiddenPortals');
  /** Puts a page where another one stands; `undefined` past an end. */
  const move = async (moving: string, to: string | undefined): Promise<void> => {
    const order = to === undefined ? ids : placed(ids, moving, to);
    const page = all.find((each) => each.id === moving);
    if (order === ids || page === undefined || isOrderLocked) return;
    held.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    if (!(await change({ portalOrder: order })).ok) return;
    const place = order.indexOf(moving) + 1;
    setSaid(t('settings.portals.moved', { name: nameOf(page, t), place, count: ids.length }));
  };
  return (
    <>
      <TextField
        label={t('settings.portals.filter')}
        value={filter}
        onInput={setFilter}
        input={{ type: 'search' }}
      />
      <p id={`${id}-keys`} class="field-help">
        {t('settings.portals.keys')}
      </p>
      {isHidingLocked && <Locked setting="hiddenPortals" />}
      {isOrderLocked && <Locked setting="portalOrder" />}
      {locked.includes('ownPortals') && <Locked setting="ownPortals" />}
      {command.problem && <ProblemNotice problem={command.problem} announce />}
      <ol
        class="portal-rows portal-scroller"
        aria-label={t('settings.portals.list.title')}
        aria-describedby={`${id}-keys`}
      >
        {shown.map((page, index) => (
          <PageRow
            key={page.id}
            page={page}
            own={settings.ownPortals.find((own) => own.id === page.id)}
            confirmed={settings.portalHosts}
            isOffered={!settings.hiddenPortals.includes(page.id)}
            isHidingLocked={isHidingLocked}
            isOwnLocked={locked.includes('ownPortals')}
            {...(!isOrderLocked && {
              order: {
                up: shown[index - 1]?.id,
                down: shown[index + 1]?.id,
                move: (to: string | undefined) => void move(page.id, to),
                isTarget: dragged !== null && dragged !== page.id,
                lift: () => setDragged(page.id),
                drop: () => {
                  if (dragged !== null) void move(dragged, page.id);
                },
                end: () => setDragged(null),
              },
            })}
            toggle={() => void change({ hiddenPortals: toggled(settings.hiddenPortals, page.id) })}
            edit={props.edit}
            remove={(own) => void change({ ownPortals: settings.ownPortals.filter((each) => each !== own) })}
          />
        ))}
      </ol>
      <p class={shown.length === 0 ? 'none' : 'unseen'} role="status">
        {shown.length === 0 ? t('settings.portals.noMatch') : said}
      </p>
    </>
  );
}
