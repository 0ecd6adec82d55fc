/** What `inittab mcp` says of itself. */
export const assistantMessages = {
  "mcp.usage": "inittab mcp [--root FOLDER]...",
  "mcp.about": `Serves the Model Context Protocol over standard input and output: an assistant
can check, explain, simulate and verify files, and propose edits. It reads files
below the folders alone, and writes nothing.`,
  "mcp.option.root": "a folder that may be read (default: the current one); may be repeated",
  "mcp.outside": "{$path} is not there, or not below a folder that may be read",
  "mcp.no-page": "there is no page {$page}",
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
  "mcp.order.about":
    "The links or the order that insserv, chkconfig, update-rc.d or OpenRC make of a folder of scripts.",
  "mcp.rc.title": "Follow rc",
  "mcp.rc.about":
    "Which scripts rc calls on the way into runlevels, which it passes over and why, and which lock files remain.",
  "mcp.edit.title": "Propose an edit",
  "mcp.edit.about":
    "The text of an inittab after an edit of its lines, the findings before and after, and what the machine does differently. Writes nothing.",
  "mcp.edit.no-lines": "there are no such lines: the file has {$count}",
  "mcp.manual.title": "The manual",
  "mcp.rules.title": "The rules of the checker",
  "mcp.system.title": "What the checker says of this system",
  "mcp.prompt.no-boot.title": "Why does my board not come up?",
  "mcp.prompt.no-boot":
    "My machine does not come up, or nobody can log in. Its inittab is {$path}. Check it and the init scripts beside it, simulate the boot, and verify it. Tell me what goes wrong first, in which line and why, and propose the smallest edit that fixes it.",
} as const;
