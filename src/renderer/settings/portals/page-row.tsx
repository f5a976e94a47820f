import { useId, useState } from 'preact/hooks';
import { exactHosts } from '#shared/portals/hosts.ts';
import { nameOf } from '#shared/portals/names.ts';
import type { OwnPage } from '#shared/portals/own-page.ts';
import type { PortalPage } from '#shared/portals/page.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { onKeys } from '../../ui/keyboard.ts';
import { Switch } from '../../ui/switch.tsx';
import { useText } from '../../ui/text.tsx';
import { placeOf } from './page-list.ts';

/** How a row is moved among those on show. */
export interface RowOrder {
  /** The pages before and behind it, if there are any. */
  readonly up: string | undefined;
  readonly down: string | undefined;
  /** Puts it where another page stands. */
  readonly move: (to: string | undefined) => void;
  /** Another row is being dragged. */
  readonly isTarget: boolean;
  readonly lift: () => void;
  readonly drop: () => void;
  readonly end: () => void;
}

/** One page: whether it is offered, where it is, how well it is known to open, and its place. */
export function PageRow(props: {
  readonly page: PortalPage;
  readonly own: OwnPage | undefined;
  readonly confirmed: readonly string[];
  readonly isOffered: boolean;
  readonly isHidingLocked: boolean;
  readonly isOwnLocked: boolean;
  /** Absent while the order is locked. */
  readonly order?: RowOrder;
  readonly toggle: () => void;
  readonly edit: (own: OwnPage) => void;
  readonly remove: (own: OwnPage) => void;
}) {
  const { confirmed, isOffered, order, own, page } = props;
  const { t } = useText();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [isOver, setOver] = useState(false);
  const name = nameOf(page, t);
  const { host, source, standing, tenant } = page;
  const unconfirmed = 'name' in host && ![...exactHosts, ...confirmed].includes(host.name);
  const keys = onKeys((press) => {
    const isAlt = press.altKey && !press.ctrlKey && !press.metaKey && !press.shiftKey;
    if (!isAlt || order === undefined) return false;
    if (press.key !== 'ArrowUp' && press.key !== 'ArrowDown') return false;
    order.move(press.key === 'ArrowUp' ? order.up : order.down);
    return true;
  });
  return (
    <li
      class="portal-row"
      data-hidden={!isOffered}
      data-over={isOver && order?.isTarget === true}
      onDragOver={(event) => {
        if (order?.isTarget !== true) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (order?.isTarget !== true) return;
        event.preventDefault();
        setOver(false);
        order.drop();
      }}
      {...keys}
    >
      {order !== undefined && (
        <span
          class="portal-handle"
          draggable
          aria-hidden="true"
          title={t('settings.portals.drag')}
          onDragStart={(event) => {
            const row = event.currentTarget.parentElement;
            event.dataTransfer?.setData('text/plain', name);
            if (row !== null) event.dataTransfer?.setDragImage(row, 8, 8);
            order.lift();
          }}
          onDragEnd={order.end}
        >
          ⠿
        </span>
      )}
      <span class="portal-text">
        <span class="portal-name">{name}</span>
        <span class="portal-place">{placeOf(page)}</span>
        {unconfirmed && (
          <span class="portal-place">
            {t('settings.portals.unconfirmed', {
              host: host.name,
              section: t('settings.portals.hosts.title'),
            })}
          </span>
        )}
      </span>
      <span class="buttons" role="group" aria-label={name}>
        <Button
          look="quiet"
          label={t('settings.portals.more', { name })}
          expanded={isOpen}
          controls={`${id}-about`}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="info" />
        </Button>
        {order !== undefined && (
          <>
            <Button
              look="quiet"
              label={t('settings.portals.up', { name })}
              busy={order.up === undefined}
              onClick={() => order.move(order.up)}
            >
              ↑
            </Button>
            <Button
              look="quiet"
              label={t('settings.portals.down', { name })}
              busy={order.down === undefined}
              onClick={() => order.move(order.down)}
            >
              ↓
            </Button>
          </>
        )}
        {own && (
          <>
            <Button
              look="quiet"
              label={t('settings.portals.editOne', { name })}
              disabled={props.isOwnLocked}
              onClick={() => props.edit(own)}
            >
              {t('settings.portals.edit')}
            </Button>
            <Button
              look="quiet"
              label={t('settings.portals.removeOne', { name })}
              disabled={props.isOwnLocked}
              onClick={() => props.remove(own)}
            >
              {t('settings.portals.remove')}
            </Button>
          </>
        )}
        <Switch
          name={name}
          checked={isOffered}
          locked={props.isHidingLocked && 'hiddenPortals'}
          lockTold
          onChange={props.toggle}
        />
      </span>
      <p id={`${id}-about`} class="portal-source" hidden={!isOpen}>
        {[
          t(`settings.portals.standing.${standing}`),
          source === null ? '' : t(source),
          tenant === 'own' ? t('settings.portals.ownTenant') : '',
        ]
          .filter((note) => note !== '')
          .join(' · ')}
      </p>
    </li>
  );
}
