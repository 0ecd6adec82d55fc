import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{core,host,server,cli,client,conformance,grammar,syntaxes,test}/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/out/**"],
    testTimeout: 30_000,
  },
});
