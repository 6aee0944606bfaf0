/** Builds the desk once before the end-to-end tests, as `npm start` does. */
import { build } from 'vite';

export default async function buildClient(): Promise<void> {
  await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
}
