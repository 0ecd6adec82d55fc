/** The folders of the packages that the files come from, except our own. */
export declare function bundledPackages(files: readonly string[]): string[];
/** The text to ship with them. A package without a licence text is an error, so that none slips in. */
export declare function thirdPartyNotices(folders: readonly string[]): string;
