/**
 * The leader key at work. The command "insert a character" makes the editor wait for the next key and no longer: that key
 * does what `leader-keys.ts` says, Escape does nothing, and any other leaves and is itself again. A key of the table does
 * not reach the desk's commands, also where Ctrl is still held from the leader.
 */
import { Plugin } from 'prosemirror-state';
import { shortcutOf, type Platform } from '../shortcuts.ts';
import { leaderKeyOf, type LeaderKey } from './leader-keys.ts';

export interface LeaderWorld {
  readonly platform: Platform;
  readonly onWaiting: (isWaiting: boolean) => void;
  readonly run: (key: LeaderKey) => void;
}

export interface Leader {
  readonly plugin: Plugin;
  /** The editor must have the focus: losing it is leaving. */
  readonly wait: () => void;
  /** A key of the table, pressed or pointed at. */
  readonly choose: (key: LeaderKey) => void;
}

export function openLeader({ platform, onWaiting, run }: LeaderWorld): Leader {
  let isWaiting = false;
  const wait = (next: boolean): void => {
    if (next !== isWaiting) onWaiting(next);
    isWaiting = next;
  };
  const choose = (key: LeaderKey): void => {
    wait(false);
    run(key);
  };
  const plugin = new Plugin({
    props: {
      handleKeyDown(_view, event) {
        // A modifier is pressed on the way to another key.
        const pressed = isWaiting ? shortcutOf(event, platform) : undefined;
        if (!pressed) return false;
        const key = pressed.alt ? undefined : leaderKeyOf(pressed.code);
        if (key) choose(key);
        else wait(false);
        if (!key && pressed.code !== 'Escape') return false;
        event.stopPropagation();
        return true;
      },
      handleDOMEvents: { blur: () => wait(false) },
    },
    view: () => ({ destroy: () => wait(false) }),
  });
  return { plugin, wait: () => wait(true), choose };
}
