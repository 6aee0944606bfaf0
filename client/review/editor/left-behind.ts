/**
 * What an editor leaves behind when its row is closed, for when it is opened again in the same session: what can be undone,
 * and the direction that somebody gave it. The text itself is the desk's to keep.
 */
import type { EditorState } from 'prosemirror-state';
import type { Direction } from '../../../server/domain/locale.ts';

interface LeftBehind {
  readonly state?: EditorState;
  readonly direction?: Direction;
}

/** Rows further back than these begin anew. */
const most = 200;
const left = new Map<string, LeftBehind>();

export function leftBehind(editorId: string): LeftBehind {
  return left.get(editorId) ?? {};
}

/** `undefined` forgets. */
export function leaveBehind(editorId: string, what: { state?: EditorState; direction?: Direction | undefined }): void {
  const { direction, ...rest } = { ...left.get(editorId), ...what };
  left.delete(editorId);
  left.set(editorId, { ...rest, ...(direction && { direction }) });
  for (const oldest of left.keys()) if (left.size > most) left.delete(oldest);
}
