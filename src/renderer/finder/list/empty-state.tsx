import type { TidegateApi } from '#shared/commands/channels.ts';
import { nameOf } from '#shared/portals/names.ts';
import type { AppState } from '../../ui/app-store.ts';
import { Button } from '../../ui/button.tsx';
import { referenceIn } from '../../ui/short-reference.ts';
import { useText } from '../../ui/text.tsx';
import type { FinderController } from '../state/finder-controller.ts';
import { inputId } from './ids.ts';
import { shortened } from '../results/shortened.ts';
import { unknownPage } from '../results/unknown-page.ts';

/** Shown in the place of the results: why there are none, and what to do next. */
export function EmptyState(props: {
  readonly api: TidegateApi;
  readonly controller: FinderController;
  readonly state: AppState;
  readonly query: string;
}) {
  const { api, controller, query } = props;
  const { customers, status } = props.state;
  const { t } = useText();
  const add = async (): Promise<void> => {
    await controller.add();
    // The button is gone with its reason: the next Enter belongs to the list.
    document.getElementById(inputId)?.focus();
  };
  const addInSettings = (): void => void api.run({ kind: 'showSettings', page: 'customers' });

  const typeAgain = (text: string): void => {
    controller.type(text);
    document.getElementById(inputId)?.focus();
  };
  const wrong = unknownPage(query, controller.find);
  if (wrong !== undefined) {
    const { customer, typed } = wrong;
    return (
      <section class="empty">
        <h2>{t('finder.empty.page.title', { customer, page: shortened(typed.page) })}</h2>
        <p>{t('finder.empty.page.text', { pages: wrong.pages.map((page) => nameOf(page, t)).join(', ') })}</p>
        <div class="buttons">
          <Button onClick={() => typeAgain(`${typed.customer} > `)}>{t('finder.empty.page.all')}</Button>
        </div>
      </section>
    );
  }
  const couldBeAdded = query.trim() !== '' && referenceIn(query) !== undefined;
  if (customers.size > 0 || couldBeAdded) {
    return (
      <section class="empty">
        <h2>{t('finder.empty.match.title', { query: shortened(query) })}</h2>
        <p>{t(couldBeAdded ? 'finder.empty.match.addText' : 'finder.empty.match.text')}</p>
        <div class="buttons">
          {couldBeAdded && (
            <Button look="primary" onClick={() => void add()}>
              {t('finder.empty.match.add')}
            </Button>
          )}
          <Button onClick={() => typeAgain('')}>{t('finder.empty.match.clear')}</Button>
        </div>
      </section>
    );
  }
  if (status.sync.running) {
    return (
      <section class="empty">
        <h2>{t('finder.empty.syncing.title')}</h2>
        <p>{t('finder.empty.syncing.text')}</p>
      </section>
    );
  }
  const about = status.sync.empty ? 'listed' : 'none';
  const canSignIn = status.accounts.length === 0 && status.signIn === 'idle';
  const signIn = (): void =>
    // Without a client id there is nothing to sign in to yet: Settings says how to get one.
    void api.run(
      status.settings.clientId === null ? { kind: 'showSettings', page: 'accounts' } : { kind: 'signIn' },
    );
  return (
    <section class="empty">
      <h2>{t(`finder.empty.${about}.title`)}</h2>
      <p>{t(`finder.empty.${about}.text`)}</p>
      <div class="buttons">
        <Button look="primary" onClick={addInSettings}>
          {t('finder.empty.none.add')}
        </Button>
        {canSignIn && <Button onClick={signIn}>{t('finder.empty.none.signIn')}</Button>}
      </div>
    </section>
  );
}
