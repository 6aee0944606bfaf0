/** Listens for the keys of the commands wherever the focus is; a dialog in front switches them off. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { commandFor } from './bindings.ts';
import type { DeskActs, DeskView } from './commands.ts';
import { platform, useBindings } from './use-bindings.ts';

export function useShortcuts(view: DeskView, acts: DeskActs, isListening: boolean): void {
  const { chosen } = useBindings();
  const latest = useRef({ view, acts });
  // With what is drawn and not after it: a key pressed at once would act on the segment that was open before.
  useLayoutEffect(() => {
    latest.current = { view, acts };
  });
  useEffect(() => {
    if (!isListening) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = commandFor(event, isTextField(event.target), chosen, platform);
      if (!command) return;
      // The browser's own Ctrl+S or Ctrl+D would be a surprise here, also while ours has nothing to do.
      event.preventDefault();
      // A key held too long would decide on one segment after the other.
      if (event.repeat && command.group === 'decide') return;
      if (command.enabled(latest.current.view)) command.run(latest.current.acts, latest.current.view);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isListening, chosen]);
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])')
  );
}
