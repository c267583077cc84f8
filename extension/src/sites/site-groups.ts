import { parseWebAddress } from './web-address.ts';

/** Names of the groups in which sites are allowed; keys of the welcome page's messages. */
export const siteGroups = {
  'official-publications': ['https://*.officielebekendmakingen.nl/*', 'https://repository.overheid.nl/*'],
  'tweede-kamer': ['https://*.tweedekamer.nl/*'],
  'eerste-kamer': ['https://*.eerstekamer.nl/*'],
  courts: ['https://*.rechtspraak.nl/*'],
  'raad-van-state': ['https://*.raadvanstate.nl/*'],
  laws: ['https://wetten.overheid.nl/*'],
  government: [
    'https://*.rijksoverheid.nl/*',
    'https://open.overheid.nl/*',
    'https://*.inspectie-jenv.nl/*',
    'https://ind.nl/*',
  ],
  'eu-law': ['https://eur-lex.europa.eu/*', 'https://curia.europa.eu/*'],
} as const satisfies Record<string, readonly string[]>;
export type SiteGroup = keyof typeof siteGroups;

/**
 * The match pattern of a site as a person types it: `example.nl`, `http://localhost:8080/page`.
 * Without a scheme it is `https:`, but `http:` on this machine itself. Undefined when it names none.
 *
 * @param keepsPort Firefox' patterns know no ports and hold for every port.
 */
export function parseSite(typed: string, keepsPort: boolean): string | undefined {
  const url = parseWebAddress(typed);
  return url && `${url.protocol}//${keepsPort ? url.host : url.hostname}/*`;
}
