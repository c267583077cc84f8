const platform = 'http://www.w3.org/ns/ldp#';
const annotations = 'http://www.w3.org/ns/oa#';

/** What somebody wants to see of the annotations in a container: all of each, only their addresses, or nothing. */
export type Contained = 'descriptions' | 'iris' | 'minimal';

/** What a request prefers, and whether it said so. */
export interface ContainerPreference {
  readonly contained: Contained;
  /** Whether the pages hold only addresses: a minimal container can be asked for together with either. */
  readonly isIris: boolean;
  readonly isApplied: boolean;
}

/** `include` of the preference for a representation, in quotes or bare, whatever else is said of it before. Each sign has one reading, so that time is linear. */
const includes =
  /(?:^|,)\s*return\s*=\s*"?representation"?\s*(?:;\s*(?!include\b)[\w-]+\s*(?:=\s*(?:(?:"[^"]*"|[^;,\s"]+)\s*)?)?)*;\s*include\s*=\s*(?:"([^"]*)"|([^;,\s]*))/iu;

/**
 * Reads `Prefer: return=representation;include="…"` (RFC 7240; Linked Data Platform, section 7.2). Addresses and
 * descriptions at once cannot be had: then neither counts.
 */
export function readPreference(header: string | undefined): ContainerPreference {
  const [, quoted, bare] = includes.exec(header ?? '') ?? [];
  const included = new Set((quoted ?? bare ?? '').split(/\s+/u));
  const isMinimal =
    included.has(`${platform}PreferMinimalContainer`) || included.has(`${platform}PreferEmptyContainer`);
  const wantsIris = included.has(`${annotations}PreferContainedIRIs`);
  const wantsDescriptions = included.has(`${annotations}PreferContainedDescriptions`);
  const isIris = wantsIris && !wantsDescriptions;
  const contained = isMinimal ? 'minimal' : isIris ? 'iris' : 'descriptions';
  return { contained, isIris, isApplied: isMinimal || wantsIris !== wantsDescriptions };
}
