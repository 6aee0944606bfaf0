/**
 * Builds the desk into dist/, which the server serves. In development the server's API is proxied. What is built is
 * React's production build whatever the environment says: in its other one everything is drawn and read twice.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ command }) => {
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: 'client',
    plugins: [react()],
    build: { outDir: '../dist', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
    server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  };
});
