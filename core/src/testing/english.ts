import { coreCatalogues } from "../messages.ts";
import { createLocalizer, type Localizer } from "../text/localizer.ts";

/** The English words of core's messages. */
export const inEnglish: Localizer = createLocalizer(coreCatalogues);
