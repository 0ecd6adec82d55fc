// Stands in for what VS Code gives the page of the view: the page around the frame takes the extension's part.

/** Messages come from the page around, and from nowhere else; this listener is the first. */
window.addEventListener("message", (event) => {
  if (event.source !== window.parent || event.origin !== location.origin) event.stopImmediatePropagation();
});

Object.assign(globalThis, {
  acquireVsCodeApi: () => ({
    postMessage: (message: unknown) => window.parent.postMessage(message, location.origin),
    // The address of the page around holds the state.
    setState: () => {},
  }),
});
