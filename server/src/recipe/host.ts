import type { Localizer } from "@inittab/core";
import type { ClientSupport } from "../client.ts";

/** What recipes need of the server around them. */
export interface RecipeHost {
  readonly client: () => ClientSupport;
  readonly localizer: () => Localizer;
}
