// Builds the page into the package, where the server finds it and the wheel takes it along.
import { defineConfig } from "vite";

export default defineConfig({
  base: "/",
  build: {
    outDir: "../../allygraph/web/page",
    emptyOutDir: true,
    target: "es2022",
    // One script and one style sheet: the page opens at once, and a build is the same bytes wherever it is made.
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      output: { entryFileNames: "assets/explorer.js", assetFileNames: "assets/explorer[extname]" },
    },
  },
});
