/** The plugin of Vite that puts whole languages into tests. */
export const wholeLanguages: {
  readonly name: string;
  readonly resolveId: (id: string) => string | undefined;
  load(this: { readonly addWatchFile: (path: string) => void }, id: string): string | undefined;
};
