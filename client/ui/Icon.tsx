/**
 * The icons, as strokes on a 24-unit grid. Those that point along the text mirror with the interface; a magnifying
 * glass, a gear and a cross do not. To add one: a row here.
 */
const icons = {
  board: { d: 'M4 5h7v6H4zM13 5h7v10h-7zM4 13h7v6H4zM13 17h7v2h-7z', mirrors: true },
  queue: { d: 'M4 6h16M4 12h16M4 18h8M15.5 18l2 2 3.500-4', mirrors: true },
  window: { d: 'M4 5h16v14H4zM4 9.500h16', mirrors: false },
  statistics: { d: 'M5 20v-8M12 20V4M19 20v-5', mirrors: true },
  import: { d: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 19h14', mirrors: false },
  settings: {
    d: 'M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h11M19 17h1M17 15v4',
    mirrors: true,
  },
  search: { d: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20', mirrors: false },
  forward: { d: 'M5 12h14M13 6l6 6-6 6', mirrors: true },
  back: { d: 'M19 12H5M11 6l-6 6 6 6', mirrors: true },
  chevron: { d: 'M9 6l6 6-6 6', mirrors: true },
  up: { d: 'M12 19V5M6 11l6-6 6 6', mirrors: false },
  down: { d: 'M12 5v14M6 13l6 6 6-6', mirrors: false },
  clock: { d: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 7.500V12l3 2', mirrors: false },
  close: { d: 'M6 6l12 12M18 6 6 18', mirrors: false },
  check: { d: 'M5 12.5l4.5 4.5L19 7.500', mirrors: false },
  external: { d: 'M13 5h6v6M19 5l-9 9M17 14v5H5V7h5', mirrors: true },
  alert: { d: 'M12 8v5M12 16.5v.01M12 3.500 2.800 19.5h18.400z', mirrors: false },
  error: { d: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 8v4.500M12 16v.01', mirrors: false },
  info: { d: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 11.5V16M12 8v.01', mirrors: false },
  command: { d: 'M5 8l4 4-4 4M12 16h7', mirrors: true },
  memory: {
    d: 'M4 7c0-1.700 3.600-3 8-3s8 1.300 8 3-3.600 3-8 3-8-1.300-8-3zM4 7v10c0 1.700 3.600 3 8 3s8-1.300 8-3V7M4 12c0 1.700 3.600 3 8 3s8-1.300 8-3',
    mirrors: false,
  },
  terms: {
    d: 'M5 5.5A1.500 1.500 0 0 1 6.5 4H19v13H6.5A1.500 1.500 0 0 0 5 18.5zM5 18.5A1.500 1.500 0 0 0 6.5 20H19v-3M9 8h6M9 11.5h4',
    mirrors: true,
  },
  document: { d: 'M6 4h9l3 3v13H6zM9 11h6M9 15h6', mirrors: true },
  panel: { d: 'M4 5h16v14H4zM14.5 5v14M17 9h.500M17 12h.500', mirrors: true },
} as const satisfies Record<string, { d: string; mirrors: boolean }>;

export type IconName = keyof typeof icons;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  const { d, mirrors } = icons[name];
  return (
    <svg
      className={mirrors ? 'mirrors' : undefined}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={d} />
    </svg>
  );
}
