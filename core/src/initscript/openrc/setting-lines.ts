// What the lines of rc.conf and conf.d set, for rules that speak of them.

import type { OpenrcFile, OpenrcFolders } from "../tree/openrc-folders.ts";

/** A line that sets a variable in every case. */
export interface SettingLine {
  readonly name: string;
  /** Without quotes. */
  readonly value: string;
  /** The file, with a slash in front. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What rc.conf and the files of rc.conf.d set. */
export function generalSettingLines({ files }: OpenrcFolders): readonly SettingLine[] {
  return files
    .filter(({ path }) => path === "etc/rc.conf" || /^etc\/rc\.conf\.d\/[^./][^/]*\.conf$/.test(path))
    .flatMap(settingsIn);
}

/** What the files of conf.d set that are read for a service. */
export function ownSettingLines({ files }: OpenrcFolders, service: string): readonly SettingLine[] {
  const dot = service.indexOf(".");
  const names = [...(dot > 0 ? [service.slice(0, dot)] : []), service];
  return files.filter(({ path }) => names.some((each) => path === `etc/conf.d/${each}`)).flatMap(settingsIn);
}

/** What is moved to the right may be a part of a condition, and a value with a variable in it is another one each time. */
function settingsIn({ path, text }: OpenrcFile): readonly SettingLine[] {
  return text.split("\n").flatMap((content, index) => {
    const found = /^(?:export[ \t]+)?(\w+)=(?:"([^"$`\\]*)"|'([^']*)'|([^\s;&|$`"'\\]*))[ \t]*(?:#.*)?$/.exec(
      content,
    );
    if (found === null) return [];
    const [, name = "", ...values] = found;
    const value = values.find((each) => each !== undefined) ?? "";
    return [{ name, value, path: `/${path}`, line: index + 1 }];
  });
}
