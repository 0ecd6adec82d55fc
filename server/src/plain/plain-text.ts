// A text of no language of ours: a log, a note, a message somebody has sent. Messages of init in it are explained.

/** Names of languages that editors have for logs and for prose. */
const plainLanguages: ReadonlySet<string> = new Set([
  ...["log", "logs", "syslog", "messages", "markdown", "restructuredtext", "asciidoc", "mail", "gitcommit"],
  ...["git-commit", "org", "text"],
]);

/** How files are called that hold such texts. */
const plainName =
  /(?:\.(?:log|logs|md|markdown|rst|txt|out|err|eml|adoc|dmesg|syslog)(?:\.\d+)?|\/(?:messages|syslog|dmesg|daemon|boot|kern|console|bootlog)(?:\.\d+)?)$/i;

/** Whether a document is in none of our languages. One that the editor calls an inittab is not, nor is one of that name. */
export function isPlainText(uri: string, languageId: string): boolean {
  if (/inittab[^/]*$/i.test(uri)) return false;
  return plainLanguages.has(languageId) || (languageId === "plaintext" && plainName.test(uri));
}
