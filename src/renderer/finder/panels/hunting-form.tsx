import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { longestHunting } from '#shared/commands/command.ts';
import type { Hunt } from '#shared/hunts/hunt.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { chordOf, onKeys } from '../../ui/keyboard.ts';
import { useText } from '../../ui/text.tsx';

/** One query of advanced hunting for every customer that is selected. What is typed outlasts the form. */
export function HuntingForm(props: {
  readonly query: string;
  readonly count: number;
  /** The named ones, to choose the query from. */
  readonly hunts: readonly Hunt[];
  /** The customers that the query is for, to be looked through. */
  readonly list: ComponentChildren;
  readonly onWrite: (query: string) => void;
  readonly onOpen: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useText();
  const form = useRef<HTMLFormElement>(null);
  const { query } = props;
  useLayoutEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const submit = (): void => {
    if (query.trim() !== '') props.onOpen();
  };
  const clear = (): void => {
    props.onWrite('');
    // The button goes with what it clears.
    form.current?.querySelector('textarea')?.focus();
  };
  const keys = onKeys((press) => {
    const chord = chordOf(press);
    if (press.key === 'Escape' && chord === 'none') props.onBack();
    else if (press.key === 'Enter' && chord === 'command') submit();
    else return false;
    return true;
  });
  return (
    <form
      class="details"
      ref={form}
      // A click beside the fields must not take the keyboard out of the form, and Escape with it.
      tabIndex={-1}
      aria-labelledby="hunting-title"
      {...keys}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 id="hunting-title">{t('hunting.title', { count: props.count })}</h2>
      <div class="details-fields" data-scrolls>
        {props.list}
        {props.hunts.length > 0 && <NamedHunt hunts={props.hunts} query={query} onChoose={props.onWrite} />}
        <Field label={t('hunting.query')} help={t('hunting.help')}>
          {(control) => (
            <textarea
              {...control}
              class="code"
              rows={8}
              maxLength={longestHunting}
              spellcheck={false}
              value={query}
              onInput={(event) => props.onWrite(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <div class="details-end buttons">
        <Button look="primary" type="submit" disabled={query.trim() === ''}>
          {t('hunting.open', { count: props.count })}
        </Button>
        <Button onClick={props.onBack}>{t('finder.back')}</Button>
        {query !== '' && <Button onClick={clear}>{t('hunting.clear')}</Button>}
      </div>
    </form>
  );
}

/** Puts the query of a named hunt into the form, where it may still be changed for this once. */
function NamedHunt(props: {
  readonly hunts: readonly Hunt[];
  readonly query: string;
  readonly onChoose: (query: string) => void;
}) {
  const { t } = useText();
  const chosen = props.hunts.find(({ query }) => query === props.query);
  return (
    <Field label={t('hunting.named')}>
      {(control) => (
        <select
          {...control}
          value={chosen?.name ?? ''}
          onChange={(event) => {
            const hunt = props.hunts.find(({ name }) => name === event.currentTarget.value);
            if (hunt) props.onChoose(hunt.query);
          }}
        >
          <option value="" disabled>
            {t('hunting.named.none')}
          </option>
          {props.hunts.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
