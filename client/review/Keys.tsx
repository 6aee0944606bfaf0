/** A shortcut as it is printed on the keys, from left to right in every language. */
import { keycapsOf, type Shortcut } from './shortcuts.ts';
import { platform, useBindings } from './use-bindings.ts';

export function Keys({ shortcut }: { readonly shortcut: Shortcut }) {
  const { keycaps } = useBindings();
  return (
    <bdi className="keys" dir="ltr">
      {keycapsOf(shortcut, platform, keycaps).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </bdi>
  );
}
