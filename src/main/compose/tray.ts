import type { Command } from '#shared/commands/command.ts';
import type { ListDelta } from '#shared/commands/list-delta.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { type TrayCustomer, tellApart } from '../desktop/tray/customer-items.ts';
import { ElectronTray } from '../desktop/tray/electron-tray.ts';
import { incidentItems } from '../desktop/tray/incident-items.ts';
import { watchForPanel } from '../desktop/tray/panel-watch.ts';
import { TrayList } from '../desktop/tray/tray-list.ts';
import { planTray } from '../desktop/tray/tray-menu.ts';
import { startEnvironment } from '../system/process/start-environment.ts';
import type { Foundation } from './foundation.ts';

/** The tray and its menu: `folder` has the icons, `run` carries out what an item asks for. */
export function buildTray(
  { platform, records, status, texts }: Pick<Foundation, 'platform' | 'records' | 'status' | 'texts'>,
  folder: string,
  run: (command: Command) => void,
) {
  const { directory, usage } = records;
  const trayList = new TrayList();
  const tray = new ElectronTray(folder, run);
  const stopPanelWatch =
    platform === 'linux' ? watchForPanel(startEnvironment(), () => tray.makeAnew()) : () => undefined;
  let turn: NodeJS.Immediate | undefined;

  /** In a turn of its own: what has changed goes to the windows before the menu is made, and several changes make one menu. */
  function render(): void {
    turn ??= setImmediate(() => {
      turn = undefined;
      renderNow();
    });
  }

  function renderNow(): void {
    const line = (customer: Customer): TrayCustomer => ({
      customer,
      sharesName: trayList.sharesName(customer),
    });
    const recents = usage.current.recents.flatMap((tenantId) => {
      const customer = directory.find(tenantId);
      return customer === undefined || customer.hidden ? [] : [customer];
    });
    const urgent = incidentItems(status.current.incidents.customers, {
      nameOf: (tenantId) => {
        const customer = directory.find(tenantId);
        return customer && (trayList.sharesName(customer) ? tellApart(customer) : customer.name);
      },
      t: texts.t,
      language: texts.language,
      now: Date.now(),
    });
    const favourites = trayList.favourites(texts.language);
    const state = { status: status.current, usage: usage.current };
    const shown = { favourites: favourites.map(line), recents: recents.map(line), urgent };
    tray.render(planTray(state, shown, texts.t));
  }

  /** `delta`: the whole list once it has been read, then each of its changes. */
  function followList(delta: ListDelta): void {
    trayList.apply(delta);
    render();
  }

  return {
    followList,
    render,
    dispose(): void {
      stopPanelWatch();
      clearImmediate(turn);
      tray.dispose();
    },
  };
}
