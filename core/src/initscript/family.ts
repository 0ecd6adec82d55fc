// Which family a script belongs to. Lock files mean something under Red Hat's rc only, so a wrong guess is a false alarm.

/** Scripts as Red Hat or as Debian writes them. */
export type ScriptFamily = "redhat" | "debian";

/** All families. */
export const scriptFamilies: readonly ScriptFamily[] = ["redhat", "debian"];

/** What is to be known of a family besides how it is recognised. */
export interface ScriptFamilyFacts {
  /** Its name in a sentence. */
  readonly title: string;
}

/** The facts of every family. */
export const scriptFamilyFacts: Readonly<Record<ScriptFamily, ScriptFamilyFacts>> = {
  redhat: { title: "Red Hat" },
  debian: { title: "Debian" },
};

/** What speaks for a family; a script can belong to both. */
export interface FamilyGuess {
  readonly redhat: boolean;
  readonly debian: boolean;
  /** The number of marks of Red Hat: the functions file, a `chkconfig:` line, the lock folder. */
  readonly redhatMarks: number;
}

const functionsFile = /^[^#\n]*(?:^|[;&|\s])(?:\.|source)[ \t]+["']?\/etc\/(?:rc\.d\/)?init\.d\/functions\b/m;
const lsbFunctionsFile = /^[^#\n]*(?:^|[;&|\s])(?:\.|source)[ \t]+["']?\/lib\/lsb\/init-functions\b/m;
const chkconfigLine = /^#[ \t]*chkconfig:/m;
const lockFolder = /^[^#\n]*\/var\/lock\/subsys\b/m;
const initDScript = /^#!.*\/init-d-script\b/;
const lsbHeader = /^### BEGIN INIT INFO/m;
/** Scripts that BusyBox' rcS calls by the order of their own names, as Buildroot has them, and that rcS. */
const ownOrder = /^(?:[SK]\d\d.+|rc[SK]?)$/;
const startStopDaemon = /^[^#\n]*\bstart-stop-daemon\b/m;

/**
 * Guesses by what the text mentions outside comments (spec: checks, conventions and B.5). One mark of Red Hat is enough
 * to belong to it; the rules on lock files want two. A script that chooses between both libraries while it runs belongs
 * to Debian only, since its lock files cannot be judged. Buildroot's scripts use Debian's start-stop-daemon, but nobody
 * there reads headers.
 */
export function guessFamily(text: string, name: string = ""): FamilyGuess {
  // The words first: looking for them costs a hundredth of the marks' time, and most scripts lack them.
  const has = (words: string, mark: RegExp): boolean => text.includes(words) && mark.test(text);
  const functions = has("init.d/functions", functionsFile);
  const chkconfig = has("chkconfig:", chkconfigLine);
  const locks = has("/var/lock/subsys", lockFolder);
  const lsb = has("/lib/lsb/init-functions", lsbFunctionsFile);
  const buildroot = ownOrder.test(name) && !lsbHeader.test(text);
  const debian = lsb || initDScript.test(text) || (startStopDaemon.test(text) && !buildroot);
  const both = functions && lsb;
  const redhatMarks = both ? 0 : [functions, chkconfig, locks].filter(Boolean).length;
  return { redhat: redhatMarks > 0, debian, redhatMarks };
}

/** The family that the user names. */
export function givenFamily(family: ScriptFamily): FamilyGuess {
  return family === "redhat"
    ? { redhat: true, debian: false, redhatMarks: 3 }
    : { redhat: false, debian: true, redhatMarks: 0 };
}
