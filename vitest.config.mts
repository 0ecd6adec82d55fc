import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{core,host,server,cli,client,grammar,snippets,syntaxes,test,scripts}/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/out/**"],
    testTimeout: 30_000,
  },
});
