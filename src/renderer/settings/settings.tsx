import type { TidegateApi } from '#shared/commands/channels.ts';
import type { AppStore } from '../ui/app-store.ts';
import { TextProvider } from '../ui/text.tsx';
import { useStore } from '../ui/use-store.ts';
import { Frame } from './frame.tsx';

/** The settings window. What is chosen applies at once: there is nothing to save. */
export function Settings(props: { readonly api: TidegateApi; readonly store: AppStore }) {
  const state = useStore(props.store);
  if (state === null) return null;
  return (
    <TextProvider texts={state.texts}>
      <Frame api={props.api} state={state} />
    </TextProvider>
  );
}
