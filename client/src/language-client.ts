// Makes the client of the language server. The library of the protocol is by far the largest part of the extension and
// stands in one bundle, the browser's; on the desktop it is read from there once a server is wanted.

import { inittab } from "@inittab/server/protocol";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  BaseLanguageClient,
  BrowserMessageReader,
  BrowserMessageWriter,
  type DataCallback,
  type Disposable,
  LanguageClient,
  type LanguageClientOptions,
  type Message,
  type MessageTransports,
} from "vscode-languageclient/browser";

/** A server that runs, as far as messages go to it and come from it. */
export interface ServerChannel {
  readonly send: (message: Message) => Promise<void>;
  readonly onMessage: (taker: DataCallback) => Disposable;
  readonly onError: (taker: (error: Error) => void) => void;
  readonly onEnd: (taker: () => void) => void;
  /** Nothing more is sent: a server that does not end on its own is made to end. */
  readonly end: () => void;
}

/** A client that is not started yet; `start` starts a server, also once more after it has ended. */
export function clientOf(
  start: () => Promise<ServerChannel>,
  options: LanguageClientOptions,
): BaseLanguageClient {
  return new ClientOfChannel(start, options);
}

/** As `clientOf`, where the server is a worker. */
export function clientOfWorker(
  start: () => Promise<Worker>,
  options: LanguageClientOptions,
): BaseLanguageClient {
  const transports = async (): Promise<MessageTransports> => {
    const worker = await start();
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new LanguageClient(inittab, "Inittab", transports, options);
}

/** The library's own client in this bundle knows workers only. */
class ClientOfChannel extends BaseLanguageClient {
  readonly #start: () => Promise<ServerChannel>;

  constructor(start: () => Promise<ServerChannel>, options: LanguageClientOptions) {
    super(inittab, "Inittab", options);
    this.#start = start;
  }

  protected async createMessageTransports(): Promise<MessageTransports> {
    const channel = await this.#start();
    return { reader: new ChannelReader(channel), writer: new ChannelWriter(channel) };
  }
}

/** The library finds its end by the methods of its own reader. */
class ChannelReader extends AbstractMessageReader {
  readonly #channel: ServerChannel;

  constructor(channel: ServerChannel) {
    super();
    this.#channel = channel;
    channel.onError((error) => this.fireError(error));
    channel.onEnd(() => this.fireClose());
  }

  listen(callback: DataCallback): Disposable {
    return this.#channel.onMessage(callback);
  }
}

class ChannelWriter extends AbstractMessageWriter {
  readonly #channel: ServerChannel;

  constructor(channel: ServerChannel) {
    super();
    this.#channel = channel;
    channel.onEnd(() => this.fireClose());
  }

  async write(message: Message): Promise<void> {
    try {
      await this.#channel.send(message);
    } catch (error) {
      this.fireError(error, message);
      throw error;
    }
  }

  end(): void {
    this.#channel.end();
  }
}
