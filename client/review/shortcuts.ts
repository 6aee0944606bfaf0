/**
 * Shortcuts: a key by its place (`event.code`) and what is held with it. Never by its letter: under a Hebrew layout Ctrl+I
 * arrives as `ן`. `mod` is Ctrl, and Cmd on a Mac, where Ctrl itself belongs to the text (Ctrl+K deletes a line).
 *
 * What nobody may take stands in `rules`, one row a rule, for our own table and for a person's choice alike. To forbid
 * something else: a row there, and its sentence in `shortcuts.fault-*`.
 */
export interface Shortcut {
  readonly code: string;
  readonly mod?: true;
  readonly shift?: true;
  readonly alt?: true;
  /** Only where no text is being written. */
  readonly bare?: true;
  /** Also what the key types, for a bare shortcut that people know by its sign: `/` lies elsewhere on many layouts. */
  readonly types?: string;
}

export type Platform = 'mac' | 'other';

/** The part of a keyboard event that decides. */
export type Press = Pick<
  KeyboardEvent,
  'code' | 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
> & {
  getModifierState(key: 'AltGraph'): boolean;
};

export type ShortcutFault = 'types' | 'alt-gr' | 'layout' | 'caret' | 'edits' | 'browser';

/** AltGr arrives as Ctrl+Alt on Windows and types letters; so does a key pressed while a word is being composed. */
export function isTyping(press: Press): boolean {
  return press.isComposing || press.getModifierState('AltGraph');
}

/** `inText`: a text is being written where it was pressed. */
export function matches(shortcut: Shortcut, press: Press, inText: boolean, platform: Platform): boolean {
  const pressed = shortcutOf(press, platform);
  if (!pressed || (shortcut.bare && inText)) return false;
  return isSame(shortcut, pressed) || (shortcut.types === press.key && !pressed.mod && !pressed.alt);
}

/** What was pressed, as a shortcut; undefined for a modifier alone, and with a modifier that no shortcut has. */
export function shortcutOf(press: Press, platform: Platform): Shortcut | undefined {
  const [mod, foreign] = platform === 'mac' ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (foreign || isTyping(press) || press.code === '' || modifierCode.test(press.code)) return undefined;
  return {
    code: press.code === 'NumpadEnter' ? 'Enter' : press.code,
    ...(mod && { mod }),
    ...(press.shiftKey && { shift: true }),
    ...(press.altKey && { alt: true }),
  };
}

const modifierCode = /^(?:(?:Control|Shift|Alt|Meta|OS)(?:Left|Right)?|CapsLock|Fn|FnLock|NumLock)$/u;

/** The same keys; whether they work inside a text is another matter. */
export function isSame(one: Shortcut, other: Shortcut): boolean {
  return one.code === other.code && one.mod === other.mod && one.shift === other.shift && one.alt === other.alt;
}

/** Why these keys cannot be a shortcut; undefined where they can. */
export function faultOf(shortcut: Shortcut, platform: Platform): ShortcutFault | undefined {
  return rules.find(({ broken }) => broken(shortcut, platform))?.fault;
}

const typing =
  /^(?:Key|Digit|Numpad|Bracket|Intl)|^(?:Backquote|Minus|Equal|Backslash|Semicolon|Quote|Comma|Period|Slash|Space)$/u;
const horizontal = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** Each with its reason: the first that is broken is told. */
const rules: ReadonlyArray<{
  readonly fault: ShortcutFault;
  readonly broken: (shortcut: Shortcut, platform: Platform) => boolean;
}> = [
  // Ctrl+Alt is AltGr on Windows. On a Mac it is not, but a table must hold on both.
  { fault: 'alt-gr', broken: ({ mod, alt }) => mod === true && alt === true },
  // Alt+Shift changes the keyboard's language on Windows and on many a Linux.
  { fault: 'layout', broken: ({ alt, shift }) => alt === true && shift === true },
  {
    fault: 'caret',
    broken: ({ code, mod, shift }) =>
      mod === true && (horizontal.includes(code) || (shift === true && code.startsWith('Arrow'))),
  },
  // Of these only cut has no second form with Shift.
  {
    fault: 'edits',
    broken: ({ code, mod, shift }) =>
      mod === true &&
      (code === 'KeyX'
        ? shift !== true
        : ['KeyA', 'KeyC', 'KeyV', 'KeyY', 'KeyZ', 'Backspace', 'Delete'].includes(code)),
  },
  { fault: 'browser', broken: isOfBrowser },
  // Option types letters on a Mac, in Hebrew the niqqud.
  {
    fault: 'types',
    broken: ({ code, alt, mod, bare }, platform) =>
      !bare && !mod && typing.test(code) && !(alt && platform === 'other'),
  },
  { fault: 'types', broken: ({ code, alt, mod, bare }) => !bare && !mod && !alt && !/^F\d+$/u.test(code) },
];

/** What browsers and systems keep for themselves, whatever a page says, or what would lead a person away from the page. */
function isOfBrowser({ code, mod, alt, shift }: Shortcut, platform: Platform): boolean {
  if (mod)
    return (
      // A Mac hides and minimises its windows by these.
      (platform === 'mac' && shift !== true && ['KeyH', 'KeyM'].includes(code)) ||
      ['KeyW', 'KeyN', 'KeyT', 'KeyQ', 'KeyR', 'KeyL', 'Tab', 'PageUp', 'PageDown', 'F4'].includes(code) ||
      (shift === true && code === 'KeyP')
    );
  if (alt) return ['ArrowLeft', 'ArrowRight', 'Home', 'Tab', 'Space', 'F4'].includes(code);
  return ['F5', 'F6', 'F11', 'F12'].includes(code);
}

const caps: Readonly<Record<string, string>> = {
  Enter: '⏎',
  Tab: '⇥',
  Backspace: '⌫',
  Space: '␣',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Delete: 'Del',
  Insert: 'Ins',
  Escape: 'Esc',
};

/** What the keys of a US keyboard type, where their codes do not say it. */
const american: Readonly<Record<string, string>> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
};

/** What stands on the keys of a person's keyboard, by code; what it lacks is as on a US one. */
export type Keycaps = ReadonlyMap<string, string>;

function letterOn(code: string, keycaps: Keycaps): string {
  return keycaps.get(code)?.toLocaleUpperCase('en') ?? american[code] ?? code.replace(/^(?:Key|Digit)/u, '');
}

/** A shortcut as it is printed on the keys, for `<kbd>`, in the order in which each platform names them. */
export function keycapsOf(shortcut: Shortcut, platform: Platform, keycaps: Keycaps): string[] {
  const { code, mod, shift, alt } = shortcut;
  const key = caps[code] ?? letterOn(code, keycaps);
  const held =
    platform === 'mac' ? [alt && '⌥', shift && '⇧', mod && '⌘'] : [mod && 'Ctrl', alt && 'Alt', shift && 'Shift'];
  return [...held, key].filter((cap) => typeof cap === 'string');
}

/** A shortcut as `aria-keyshortcuts` wants it. */
export function ariaShortcut({ code, mod, shift, alt }: Shortcut, platform: Platform, keycaps: Keycaps): string {
  const key = code === 'Space' ? code : letterOn(code, keycaps);
  return [mod && (platform === 'mac' ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift', key]
    .filter(Boolean)
    .join('+');
}
