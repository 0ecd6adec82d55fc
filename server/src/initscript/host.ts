import type { Localizer, Message } from "@inittab/core";
import type { ClientSupport } from "../client.ts";
import type { ScriptService } from "./service.ts";

/** What scripts need of the server around them. */
export interface ScriptDocumentHost {
  readonly client: () => ClientSupport;
  readonly localizer: () => Localizer;
  /** The client's command that shows a page of the manual; undefined where hovers cannot link to one. */
  readonly showTopic: () => string | undefined;
  /** Tells the user. */
  readonly show: (message: Message) => void;
  readonly service: () => Promise<ScriptService>;
}
