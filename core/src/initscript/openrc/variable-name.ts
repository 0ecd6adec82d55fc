/** A service's name as part of a variable's: what no such name may have is replaced. */
export function variableName(service: string): string {
  return service.replace(/[^A-Za-z0-9_]/g, "_");
}
