import type { ComponentChildren } from 'preact';
import type { SharedListOrigin } from '#shared/commands/command.ts';
import type { SectionProps } from '../sections/section-props.ts';
import { useSetting } from '../sections/use-setting.ts';
import { Button } from '../ui/button.tsx';
import { Form, SubmitButton } from '../ui/form.tsx';
import { Locked } from '../ui/locked.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useText } from '../ui/text.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useTyped } from '../ui/use-kept.ts';

/** What the form says, and asks for, of each list that a team has: the beginnings of its texts, and an address. */
const lists = {
  sharedList: { texts: 'settings.sharedList', example: 'https://lists.example/customers.csv' },
  huntList: { texts: 'settings.teamHunts', example: 'https://lists.example/hunts.json', of: 'hunts' },
} as const;

/** Says where a list of the team is read from: a file or an address. Main asks for the place. */
export function TeamListForm(
  props: SectionProps & {
    readonly list: keyof typeof lists;
    readonly class?: string;
    readonly heading?: ComponentChildren;
    /** How reading it went, and what it holds. */
    readonly children: ComponentChildren;
  },
) {
  const { t } = useText();
  const { example, texts, ...which } = lists[props.list];
  const setting = useSetting(props, props.list);
  const use = useCommand(props.api);
  const draft = useTyped(`draft.${props.list}`, '');
  const address = draft.text.trim();
  const choose = async (from: SharedListOrigin): Promise<void> => {
    // What was refused stays, to be mended.
    const chosen = await use.run({ kind: 'chooseSharedList', ...which, from });
    if (chosen.ok && from.kind === 'address') draft.used();
  };
  const problem = use.problem ?? setting.problem;
  return (
    <Form
      class={props.class ?? 'part'}
      submit={() => choose({ kind: 'address', address })}
      ready={!setting.locked && address !== ''}
      busy={use.busy}
    >
      {props.heading}
      <p class="chosen-path" role="status">
        {setting.value === null ? t(`${texts}.none`) : t(`${texts}.readFrom`, { place: setting.value })}
      </p>
      <div class="buttons">
        <Button disabled={setting.locked} busy={use.busy} onClick={() => void choose({ kind: 'file' })}>
          {t(`${texts}.chooseFile`)}
        </Button>
        {setting.value !== null && (
          <Button disabled={setting.locked} onClick={() => void setting.change(null)}>
            {t(`${texts}.stop`)}
          </Button>
        )}
      </div>
      <TextField
        label={t(`${texts}.address`)}
        value={draft.text}
        onInput={draft.write}
        input={{ inputMode: 'url', disabled: setting.locked, placeholder: example }}
      />
      <div class="buttons">
        <SubmitButton>{t(`${texts}.useAddress`)}</SubmitButton>
      </div>
      {setting.locked && <Locked setting={props.list} />}
      {problem && <ProblemNotice problem={problem} announce />}
      {props.children}
    </Form>
  );
}
