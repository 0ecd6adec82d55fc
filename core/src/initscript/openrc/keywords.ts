// The keywords of depend() that OpenRC knows. Source: openrc-run(8), "keyword"; observed keyword-sys, keyword-nostop.

/** A keyword. */
export interface OpenrcKeyword {
  readonly name: string;
}

/** Systems on which a service can be left out. */
const systems =
  "docker podman jail lxc openvz prefix rkt systemd-nspawn uml vserver wsl xen0 xenu containers";

const behaviours = "stop shutdown timeout";

/** All of them, in both spellings. */
export const openrcKeywords: readonly OpenrcKeyword[] = `${behaviours} ${systems}`
  .split(" ")
  .flatMap((name) => [{ name: `-${name}` }, ...(name === "containers" ? [] : [{ name: `no${name}` }])]);
