/** The crash loop in its short form; `npm run test:crash` runs the long one. And the proof that its judge can say no. */
import { describe, expect, it } from 'vitest';
import { crashLoop, judge } from '../faults/crash-loop.ts';
import { seededRandom } from '../support/long-article.ts';
import { aPlace } from '../support/server-process.ts';

describe('kill -9 of the server under ten savers', () => {
  it('loses nothing that was acknowledged, and doubles nothing that was sent again', async () => {
    const place = await aPlace();
    const report = await crashLoop(place, 4, seededRandom(20261121));
    await place.remove();
    expect(report).toMatchObject({ lost: 0, doubled: 0, broken: 0, verified: true });
    expect(report.acknowledged).toBeGreaterThan(0);
  });
});

describe('the judge', () => {
  const history = [
    [
      { id: 'a', revision: 1 },
      { id: 'b', revision: 2 },
    ],
    [{ id: 'c', revision: 1 }],
  ];

  it('has nothing to say of a whole history', () => {
    expect(judge(history, new Set(['a', 'b', 'c']))).toEqual({ lost: 0, doubled: 0, broken: 0 });
  });

  it('misses a decision that was acknowledged', () => {
    expect(judge([history[0]!.slice(0, 1), []], new Set(['a', 'b', 'c']))).toMatchObject({ lost: 2 });
  });

  it('notices one that counts twice, and a gap', () => {
    expect(judge([[...history[0]!, { id: 'a', revision: 3 }]], new Set())).toMatchObject({ doubled: 1 });
    expect(judge([[{ id: 'b', revision: 2 }]], new Set())).toMatchObject({ broken: 1 });
  });
});
