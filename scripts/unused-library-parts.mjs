// Parts of the protocol's library that this program has of its own or does without; the library loads them all the same.

const unused = /\/vscode-languageserver\/lib\/(?:common\/textDocuments|node\/files)\.js$/;

/** The plugin for Rolldown. */
export const unusedLibraryParts = {
  name: "unused-library-parts",
  load: { filter: { id: unused }, handler: () => "module.exports = {};" },
};
