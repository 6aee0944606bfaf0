/**
 * A Chromium as a process that can be relied on to end: asked to, or killed by its id when it hangs.
 *
 * The sandbox is tried first, and where the machine cannot have one (root, a container without user namespaces) the
 * browser runs without: what it opens is our own renderer's pages, in which every text is escaped, with scripts switched
 * off and no way to the network. To refuse such machines would cost their readers the PDF and gain little.
 */
import type { Browser } from 'playwright-core';
import type { ChromiumLaunch } from './packaged-chromium.ts';

export interface RunningChromium {
  readonly browser: Browser;
  /** Ends it at once, whatever it is doing. */
  readonly kill: () => void;
}

/** No name leads anywhere, not even where something asks outside of a page. */
const offline = '--host-resolver-rules=MAP * ~NOTFOUND';

/** Starts a browser. Rejects with what it said where it does not start. */
export async function startChromium({ args, ...launch }: ChromiumLaunch): Promise<RunningChromium> {
  const { chromium } = await import('playwright-core');
  // Signals are the server's to answer: it closes the press when it closes.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const start = (chromiumSandbox: boolean): Promise<Browser> =>
    chromium.launch({ ...launch, ...signals, args: [...args, offline], chromiumSandbox });
  const browser = process.getuid?.() === 0 ? await start(false) : await start(true).catch(() => start(false));
  const pid = await processId(browser);
  return { browser, kill: () => kill(pid) };
}

async function processId(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const found = processInfo.find(({ type }) => type === 'browser');
  if (found === undefined) throw new Error('The browser does not say which process it is');
  return found.id;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    return; // It has ended by itself.
  }
}
