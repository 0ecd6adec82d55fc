// The words of the page in the language of the user. The extension hands over the bundle that VS Code has loaded; a text
// that is not in it stays English, as in `vscode.l10n`.

const bundle = readBundle(document.getElementById("simulation")?.dataset["texts"]);

/** Stands in for `vscode.l10n`, which a page does not have. */
export const l10n = {
  /** The text in the user's language, with `{0}` and so on replaced. */
  t: (message: string, ...values: readonly (string | number)[]): string =>
    (bundle[message] ?? message).replace(/\{(\d+)\}/g, (whole, index) => String(values[index] ?? whole)),
};

function readBundle(text: string | undefined): Readonly<Record<string, string>> {
  return text === undefined ? {} : JSON.parse(text);
}
