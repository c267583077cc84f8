/** A GUID as it is compared: without braces, in lower case. */
export function foldGuid(guid: string | undefined): string {
  return (guid ?? '').replace(/[{}\s]/gu, '').toLowerCase();
}
