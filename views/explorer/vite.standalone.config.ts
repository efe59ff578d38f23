// Builds the page that stands alone: one script and one style sheet, which `allygraph.views.standalone` writes into a file.
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    outDir: "../../allygraph/views/standalone/bundle",
    emptyOutDir: true,
    target: "es2022",
    cssCodeSplit: false,
    copyPublicDir: false,
    lib: { entry: "src/hosts/standalone.tsx", formats: ["iife"], name: "allygraph", fileName: () => "graph.js", cssFileName: "graph" },
  },
});
