/** What `inittab mcp` says of itself. */
export const assistantMessages = {
  "mcp.usage": "inittab mcp [--root FOLDER]...",
  "mcp.about": `Serves the Model Context Protocol over standard input and output: an assistant
can check, explain, simulate and verify files, and propose edits. It reads files
below the folders alone, and writes nothing.`,
  "mcp.option.root": "a folder that may be read (default: the current one); may be repeated",
  "mcp.outside": "{$path} is not there, or not below a folder that may be read",
  "mcp.check.title": "Check inittabs and init scripts",
  "mcp.check.about": "{$about} Takes files and folders.",
  "mcp.explain.title": "Explain a word, a line or a message",
  "mcp.explain.about":
    "{$about} A whole line of an inittab is explained too. With a path, the entry or script that a message is about.",
  "mcp.simulate.title": "Simulate a boot",
  "mcp.verify.title": "Look at every way the machine can go",
  "mcp.compare.title": "Compare two inittabs",
  "mcp.compare.about": "What a machine does differently with the new inittab, and which line causes it.",
  "mcp.plan.title": "Plan a change of the inittab",
  "mcp.plan.about": "{$about} Also what changes at boot and at shutdown, and which lock-outs are new.",
  "mcp.order.title": "Order init scripts",
  "mcp.rc.title": "Follow rc",
  "mcp.edit.title": "Propose an edit",
} as const;
