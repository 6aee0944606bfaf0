/**
 * Runs in the page, before its own scripts: what the page notes about itself for `desk.ts`. A script of the browser's,
 * so plain JavaScript. A message posted from an animation frame arrives after that frame has been painted.
 */
const opened = Promise.withResolvers();
/** `opened`: milliseconds from the start of the navigation to the paint of the open row's editor. */
globalThis.notes = { opened: opened.promise, inputToPaint: [], frames: [] };

function afterPaint(work) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', work);
    port1.start();
    port2.postMessage(undefined);
  });
}

addEventListener(
  'beforeinput',
  ({ timeStamp }) => afterPaint(() => globalThis.notes.inputToPaint.push(performance.now() - timeStamp)),
  true,
);

let last = performance.now();

function eachFrame(now) {
  globalThis.notes.frames.push(now - last);
  last = now;
  if (document.querySelector('.editor [role=textbox]')) afterPaint(() => opened.resolve(performance.now()));
  requestAnimationFrame(eachFrame);
}

requestAnimationFrame(eachFrame);
