/** Names of groups are kept in lower case, as they stand in a sentence; here they begin one. */
export function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
