// Numbers that follow the dependencies, for scripts with an LSB header. Spec 2.3.

import {
  type ChkconfigService,
  type ChkconfigSystem,
  chkconfigLevels,
  isConfigured,
  isOn,
  linksOf,
  type RcFolders,
  readServices,
  setLink,
  unsaid,
} from "./system.ts";

/** The number of a script with an LSB header and no `chkconfig:` line, in both directions. */
export const usualNumber = 50;

/** Adjusts the numbers of all LSB scripts, corrects their links, and gives the target a link in every level. */
export function orderByDependencies(
  system: ChkconfigSystem,
  folders: RcFolders,
  target: ChkconfigService,
): void {
  const services = readServices(system, folders);
  for (const service of services)
    if (service.name === target.name) service.currentLevels = target.currentLevels;
  // Every round that changes something moves a number towards its end, 99 or 0, so the rounds come to an end.
  for (let changed = true; changed; ) {
    changed = false;
    for (const service of services)
      if (service.lsb && adjust(service, services)) {
        changed = true;
        correctLinks(folders, service, false);
      }
  }
  adjust(target, services);
  correctLinks(folders, target, true);
}

/** Moves the numbers of a service; true when one changed. */
function adjust(service: ChkconfigService, services: readonly ChkconfigService[]): boolean {
  const { startNumber, stopNumber } = service;
  if (service.startNumber === unsaid.start) service.startNumber = usualNumber;
  if (service.stopNumber > 99) service.stopNumber = usualNumber;
  for (const other of services) {
    // A dependency counts only if the other one is on wherever this one is to be on.
    if ((service.currentLevels & other.currentLevels) !== service.currentLevels) continue;
    const names = [other.name, ...other.provides];
    if (service.startsAfter.some((name) => names.includes(name)) && service.startNumber <= other.startNumber)
      service.startNumber = Math.min(other.startNumber + 1, 99);
    if (service.stopsBefore.some((name) => names.includes(name)) && service.stopNumber >= other.stopNumber)
      service.stopNumber = Math.max(other.stopNumber - 1, 0);
  }
  return service.startNumber !== startNumber || service.stopNumber !== stopNumber;
}

function correctLinks(folders: RcFolders, service: ChkconfigService, everywhere: boolean): void {
  for (const level of chkconfigLevels) {
    if (isConfigured(folders, service.name, level)) {
      const on = isOn(folders, service.name, level);
      const number = on ? service.startNumber : service.stopNumber;
      const present = Number(linksOf(folders, service.name, level)[0]?.slice(1, 3));
      if (number !== present) setLink(folders, service, level, on);
    } else if (everywhere) setLink(folders, service, level, (service.levels & (1 << level)) !== 0);
  }
}
