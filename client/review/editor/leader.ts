/**
 * The leader key at work: Ctrl+; waits for the next key and no longer; that key does what `leader-keys.ts` says, Escape
 * does nothing, and any other leaves and is itself again. While it waits, no key of the table reaches the desk's commands.
 */
import { Plugin } from 'prosemirror-state';
import { matches, shortcutOf, type Platform } from '../shortcuts.ts';
import { leaderKeyOf, leaderShortcut, type LeaderKey } from './leader-keys.ts';

export interface LeaderWorld {
  readonly platform: Platform;
  readonly onWaiting: (isWaiting: boolean) => void;
  readonly run: (key: LeaderKey) => void;
}

export function leaderPlugin({ platform, onWaiting, run }: LeaderWorld): Plugin {
  let isWaiting = false;
  const wait = (next: boolean): void => {
    if (next !== isWaiting) onWaiting(next);
    isWaiting = next;
  };
  return new Plugin({
    props: {
      handleKeyDown(_view, event) {
        if (!(event instanceof KeyboardEvent)) return false;
        if (!isWaiting) {
          wait(matches(leaderShortcut, event, true, platform));
          return isWaiting;
        }
        // A modifier is pressed on the way to another key.
        const pressed = shortcutOf(event, platform);
        if (!pressed) return false;
        wait(false);
        const key = pressed.alt ? undefined : leaderKeyOf(pressed.code);
        if (!key && pressed.code !== 'Escape') return false;
        event.stopPropagation();
        if (key) run(key);
        return true;
      },
      handleDOMEvents: { blur: () => wait(false) },
    },
    view: () => ({ destroy: () => wait(false) }),
  });
}
