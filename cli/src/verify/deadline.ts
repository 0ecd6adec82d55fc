// When a search has taken long enough.

/** A clock is asked for the time that the processor has spent at most so often, in milliseconds: the question is slow. */
const processorBeat = 100;

/** However busy the machine is, nobody waits longer than this many times the bound. */
const patience = 6;

/** Whether the processor has worked for so many seconds from now on. */
export function deadline(seconds: number): () => boolean {
  const began = performance.now();
  const spent = processorSeconds();
  let next = seconds * 1000;
  return () => {
    const waited = performance.now() - began;
    if (waited < next) return false;
    next = waited + processorBeat;
    return waited > patience * seconds * 1000 || processorSeconds() - spent >= seconds;
  };
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
