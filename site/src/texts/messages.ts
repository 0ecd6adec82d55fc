// What the site itself says. What it says of init comes from core and from the server.

/** The templates of the site by their ids. */
export const siteMessages = {
  "bar.docs": "Documentation",
  "bar.glossary": "Glossary",
  "bar.languages": "Languages",
  "bar.manual": "Manual",
  "bar.name": "Pages",
  "bar.playground": "Playground",
  "bar.rules": "Rules",
  "bar.skip": "Skip to the content",
  "docs.about": "How Inittab is used, what it knows of init, and how that is proved.",
  "docs.title": "Documentation",
  "foot.nothing-sent": "This site loads nothing from elsewhere and sends nothing anywhere.",
  "foot.notices": "Third-party notices",
  "foot.server-notices": "those of the language server",
  "landing.browser": "In the browser",
  "landing.browser.text":
    "The playground is the language server itself, in a worker of this page. It works without a network once it is loaded.",
  "landing.check": "Checks",
  "landing.check.text":
    "Findings say what init will do with a line while you type, and fixes are marked safe only where init does the same before and after.",
  "landing.ci": "In a pull request",
  "landing.ci.text":
    "A GitHub Action, a template for GitLab, a pre-commit hook, and checks for OpenEmbedded and Buildroot guard the inittab of a firmware.",
  "landing.dialects": "Your init, your release",
  "landing.dialects.text":
    "sysvinit, BusyBox and procd are read, checked and simulated, each by its own rules and release; more are recognized.",
  "landing.editor": "In your editor",
  "landing.editor.text":
    "An extension for VS Code, and a language server for Neovim, Emacs, Helix, Kate and others.",
  "landing.explain": "The manual",
  "landing.explain.text":
    "Every action, runlevel, field, signal and command in plain words, and what this very entry does.",
  "landing.have": "How to have it",
  "landing.lead": "See what init will really do with your /etc/inittab, before you reboot.",
  "landing.more": "More: {$about}",
  "landing.picture": "A simulated boot beside its inittab: what starts when, and what init waits for.",
  "landing.private": "Nothing to install. Your text stays in your browser.",
  "landing.scripts": "Init scripts",
  "landing.scripts.text":
    "Headers, lock files, runlevel links, and what each branch of a script really runs, in Debian, Red Hat, OpenRC, OpenWrt and more.",
  "landing.simulate": "Simulation",
  "landing.simulate.text":
    "Watch the machine boot, change the runlevel, press Ctrl-Alt-Del or cut the power, and read what init says on the console.",
  "landing.terminal": "In the terminal",
  "landing.terminal.text": "The command line checks, simulates, verifies and explains.",
  "landing.try": "Try it in the browser",
  "landing.verify": "Every way",
  "landing.verify.text":
    "A search of all states of the machine says whether any sequence of events locks everyone out.",
  "landing.what": "What it does",
  "landing.why":
    "A wrong line in an inittab shows up at the next boot, on a machine that may be out of reach by then. Inittab reports it while you type. What it says was compared with the real programs, case by case.",
  "manual.about": "What each word of an inittab means, by init.",
  "manual.action": "Actions",
  "manual.behaviour": "Behavior",
  "manual.boot-option": "Boot options",
  "manual.command": "Commands",
  "manual.environment": "Environment",
  "manual.field": "Fields",
  "manual.file": "Files",
  "manual.flag": "Flags",
  "manual.runlevel": "Runlevels",
  "manual.signal": "Signals",
  "manual.title": "Manual",
} as const;
