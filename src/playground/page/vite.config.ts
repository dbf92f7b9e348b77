import { defineConfig } from 'vite';

/** Builds the page into build/playground, from where the playground's server gives it out. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic' } },
  build: { outDir: '../../../build/playground', emptyOutDir: true },
});
