/** The plugin of Rolldown and Vite that puts the languages into a program. */
export const languagesPlugin: {
  readonly name: string;
  readonly resolveId: (id: string) => string | undefined;
  load(this: { readonly addWatchFile: (path: string) => void }, id: string): string | undefined;
};
