import type { Localizer } from "@inittab/core";
import { serverLocalizer } from "../localizer.ts";

/** The English words of the server's messages and of core's. */
export const inEnglish: Localizer = serverLocalizer();
