/**
 * Which keys each command has on this device: the table's own, and over them what a person chose. Kept are only the
 * choices, so that a new version's defaults reach everybody else:
 *
 *   dragoman.shortcuts   {"version": 1, "chosen": {"approve": [{"code": "F8"}], "save": []}}
 *
 * A choice takes its keys from whichever command has them by default, and gives them back when it is taken back. What
 * cannot be read (another version, a hand's work, a command that is gone, keys that are forbidden) is passed over.
 */
import { commandIds, commands, type Command, type CommandId } from './commands.ts';
import { faultOf, isSame, isTyping, matches, type Platform, type Press, type Shortcut } from './shortcuts.ts';

/** A person's own choices, by command; an empty list: no keys at all. */
export type Chosen = Readonly<Partial<Record<CommandId, readonly Shortcut[]>>>;

/** The keys that a command answers to. */
export function shortcutsOf(id: CommandId, chosen: Chosen): readonly Shortcut[] {
  const own = chosen[id];
  if (own) return own;
  const taken = Object.values(chosen).flat();
  return defaultsOf(id).filter((shortcut) => !taken.some((other) => isSame(other, shortcut)));
}

/** The command that has these keys. */
export function holderOf(shortcut: Shortcut, chosen: Chosen): CommandId | undefined {
  return commandIds.find((id) => shortcutsOf(id, chosen).some((one) => isSame(one, shortcut)));
}

/** The command that a key press asks for. `inText`: a text is being written where it was pressed. */
export function commandFor(press: Press, inText: boolean, chosen: Chosen, platform: Platform): Command | undefined {
  if (isTyping(press)) return undefined;
  return commands.find(({ id }) =>
    shortcutsOf(id, chosen).some((shortcut) => matches(shortcut, press, inText, platform)),
  );
}

/** Gives a command these keys and no others; another that had chosen them loses them. */
export function withShortcut(chosen: Chosen, id: CommandId, shortcut: Shortcut): Chosen {
  const others = Object.entries(chosen).map(([other, shortcuts]) => [
    other,
    shortcuts.filter((one) => !isSame(one, shortcut)),
  ]);
  return { ...(Object.fromEntries(others) as Chosen), [id]: [shortcut] };
}

export function withoutShortcuts(chosen: Chosen, id: CommandId): Chosen {
  return { ...chosen, [id]: [] };
}

/** Takes a choice back. */
export function withDefault(chosen: Chosen, id: CommandId): Chosen {
  const { [id]: _, ...others } = chosen;
  return others;
}

const version = 1;

export function toJson(chosen: Chosen): string {
  return JSON.stringify({ version, chosen });
}

/** The choices that were kept; of keys that two commands claim, the first keeps them. */
export function fromJson(json: string | null, platform: Platform): Chosen {
  const { version: kept, chosen } = partsOf(parse(json ?? ''));
  if (kept !== version) return {};
  const seen: Shortcut[] = [];
  const entries = commandIds.flatMap((id) => {
    const list = partsOf(chosen)[id];
    if (!Array.isArray(list)) return [];
    const usable = list.flatMap((one) => toShortcut(one) ?? []).filter((one) => !faultOf(one, platform));
    const free = usable.filter((one) => !seen.some((other) => isSame(other, one)));
    seen.push(...free);
    return list.length > 0 && free.length === 0 ? [] : [[id, free] as const];
  });
  return Object.fromEntries(entries);
}

function defaultsOf(id: CommandId): readonly Shortcut[] {
  return commands.find((command) => command.id === id)?.shortcuts ?? [];
}

function toShortcut(value: unknown): Shortcut | undefined {
  const { code, mod, shift, alt } = partsOf(value);
  if (typeof code !== 'string') return undefined;
  return { code, ...(mod === true && { mod }), ...(shift === true && { shift }), ...(alt === true && { alt }) };
}

function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
