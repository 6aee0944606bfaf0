/**
 * Runs in the page, as an object of functions: what can be measured of a published page where it is drawn. A script of
 * the browser's, so plain JavaScript; `page-measures.ts` calls it.
 */
(() => ({
  /** What moved after it was first drawn (Cumulative Layout Shift), and the families of web fonts that are in use. */
  async drawn() {
    await document.fonts.ready;
    const shifts = [];
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)));
    observer.observe({ type: 'layout-shift', buffered: true });
    // Two frames: what is buffered is handed over before the second.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    const loaded = [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
    return {
      shift: shifts.reduce((sum, value) => sum + value, 0),
      families: [...new Set(loaded)].map((family) => family.replaceAll(/["']/gu, '')),
    };
  },

  /**
   * A word wherever Arabic stands, as wide as it is there and as wide as it were with a non-joiner between its letters,
   * which are much wider alone than among others.
   */
  joinedWords() {
    const word = 'بتنيبت';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (/\p{Script=Arabic}/u.test(node.textContent) && node.parentElement.checkVisibility()) found.push(node);
    }
    return found.map((node) => {
      const probe = document.createElement('span');
      const widthOf = (text) => {
        probe.textContent = text;
        return probe.getBoundingClientRect().width;
      };
      node.after(probe);
      const [joined, apart] = [widthOf(word), widthOf(Array.from(word).join('\u200C'))];
      probe.remove();
      return { beside: node.textContent.slice(0, 30), joined, apart };
    });
  },

  /** The ends of paragraphs whose full stop does not stand last in its line, on the side where lines end. */
  misplacedStops() {
    return [...document.querySelectorAll('.text p, .text li')].flatMap((paragraph) => {
      const letters = this.lettersOf(paragraph).filter(({ rect }) => rect.width > 0);
      const stop = letters.at(-1);
      if (stop?.letter !== '.') return [];
      const { left, right, top, bottom } = stop.rect;
      const line = letters.filter(({ rect }) => rect.bottom > top && rect.top < bottom);
      const isRightToLeft = getComputedStyle(paragraph).direction === 'rtl';
      const isLast = line.every(({ rect }) => (isRightToLeft ? rect.left >= left - 0.5 : rect.right <= right + 0.5));
      return isLast ? [] : [paragraph.textContent.slice(-40)];
    });
  },

  /** The middles of parts of the first paragraph, which must be in one line, and of each letter in them. */
  middlesOf(parts) {
    const letters = this.lettersOf(document.querySelector('.text p'));
    const whole = letters.map(({ letter }) => letter).join('');
    const lines = new Set(
      letters.filter(({ letter }) => letter !== ' ').map(({ rect }) => Math.round(rect.bottom / 20)),
    );
    if (lines.size > 2) throw new Error('The paragraph is longer than a line');
    return parts.map((part) => {
      const from = whole.indexOf(part);
      if (from === -1) throw new Error(`“${part}” is not there`);
      const middles = letters.slice(from, from + part.length).map(({ rect }) => (rect.left + rect.right) / 2);
      return { middle: (Math.min(...middles) + Math.max(...middles)) / 2, letters: middles };
    });
  },

  /** Each UTF-16 unit of an element's text with the place where it is drawn. */
  lettersOf(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const letters = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.textContent.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        letters.push({ letter: node.textContent[at], rect: range.getBoundingClientRect() });
      }
    }
    return letters;
  },
}))();
