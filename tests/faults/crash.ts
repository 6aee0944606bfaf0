/** `npm run test:crash [-- CYCLES [SEED]]`: the long form of the crash loop, printed. Exits 1 when anything was lost. */
import { crashLoop } from './crash-loop.ts';
import { aPlace } from '../support/server-process.ts';
import { seededRandom } from '../support/long-article.ts';

const [cycles = 50, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const place = await aPlace();
try {
  const report = await crashLoop(place, cycles, seededRandom(seed));
  console.log({ seed, ...report });
  process.exitCode = report.lost + report.doubled + report.broken === 0 && report.verified ? 0 : 1;
} finally {
  await place.remove();
}
