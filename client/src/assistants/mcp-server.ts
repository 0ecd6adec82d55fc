/** A running server for the Model Context Protocol. */
export interface McpServer {
  readonly url: string;
  /** Of each request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly close: () => void;
}
