/**
 * Runs in the page, as the last expression of a script: what a person with a sharp eye would call broken, as sentences.
 * A script of the browser's, so plain JavaScript.
 */
(() => {
  const faults = [];
  const nameOf = (element) =>
    `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}”`;
  const isSeen = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest('.visually-hidden');
  const seen = (selector) => [...document.querySelectorAll(selector)].filter(isSeen);
  const room = document.documentElement.clientWidth;

  const extra = document.documentElement.scrollWidth - room;
  if (extra > 1) faults.push(`the page is ${extra} pixels wider than the window`);

  const controls = seen(
    'button, a[href], input:not([type=radio], [type=checkbox]), select, textarea, [role=textbox], [role=tab]',
  );
  for (const element of controls) {
    const { left, right } = element.getBoundingClientRect();
    const scrolls = element.closest('[data-scrolls]') !== null;
    if (!scrolls && (left < -1 || right > room + 1)) faults.push(`${nameOf(element)} runs out of the window`);
  }
  for (const element of seen('button, a[href], label, h1, h2, h3, [class*=badge]')) {
    const hides = getComputedStyle(element).overflowX !== 'visible';
    const ellipsis = getComputedStyle(element).textOverflow === 'ellipsis';
    if (hides && !ellipsis && element.scrollWidth > element.clientWidth + 1) faults.push(`${nameOf(element)} is cut`);
  }
  for (const [at, one] of controls.entries()) {
    for (const other of controls.slice(at + 1)) {
      const home = '.desk-header, .desk-row, .side-panel, header, nav, footer';
      if (one.contains(other) || other.contains(one) || one.closest(home) !== other.closest(home)) continue;
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 2 && down > 2) faults.push(`${nameOf(one)} lies on ${nameOf(other)}`);
    }
  }
  for (const element of seen('.text[lang][dir]')) {
    const { direction, textAlign } = getComputedStyle(element);
    if (direction !== element.dir) faults.push(`${nameOf(element)} has the direction ${direction}, not ${element.dir}`);
    if (textAlign !== 'start') faults.push(`${nameOf(element)} is aligned to ${textAlign}`);
  }
  return [...new Set(faults)];
})();
