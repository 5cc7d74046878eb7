import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunks } from './scripts/chunks.ts';

const server = process.env.VIDEODOLMETSCHEN_SERVER ?? 'http://localhost:5080';

// The pages are served with a strict content security policy: nothing inline, nothing from elsewhere.
export default defineConfig({
  plugins: [react()],
  // KERN's own sources use Sass that is on its way out; that is theirs to mend.
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { console: 'index.html', guest: 'gast.html' },
      output: { codeSplitting: { groups: chunks } },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/hubs': { target: server, ws: true },
    },
  },
});
