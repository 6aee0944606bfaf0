/**
 * One seed for every law (fast-check): a commit that passed once passes again. `LAWS_SEED=$RANDOM npm test` looks
 * further; what such a run finds becomes a test of its own, beside its mend.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['LAWS_SEED'] ?? 20_261_121) });
