/** A medium that publishes on a site of its own. */
interface Medium {
  /** As it is cited. */
  readonly name: string;
  /** What else it is called, besides the name of its site. */
  readonly aliases?: readonly string[];
}

/** By host, without `www.`. */
const media: Readonly<Record<string, Medium>> = {
  'ad.nl': { name: 'AD', aliases: ['Algemeen Dagblad'] },
  'decorrespondent.nl': { name: 'De Correspondent' },
  'fd.nl': { name: 'Het Financieele Dagblad', aliases: ['Financieele Dagblad', 'Financieel Dagblad'] },
  'ftm.nl': { name: 'Follow the Money' },
  'groene.nl': { name: 'De Groene Amsterdammer', aliases: ['Groene Amsterdammer'] },
  'nd.nl': { name: 'Nederlands Dagblad' },
  'nos.nl': { name: 'NOS' },
  'nrc.nl': { name: 'NRC' },
  'nu.nl': { name: 'NU.nl' },
  'parool.nl': { name: 'Het Parool' },
  'rd.nl': { name: 'Reformatorisch Dagblad' },
  'telegraaf.nl': { name: 'De Telegraaf' },
  'trouw.nl': { name: 'Trouw' },
  'volkskrant.nl': { name: 'de Volkskrant' },
};

/** The medium whose site an address is on; undefined for a site of others, or one that is not known. */
export function mediumOfSite(address: string): Medium | undefined {
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/^www\./u, '') : '';
  return Object.hasOwn(media, host) ? media[host] : undefined;
}

const wordsOf = (text: string) =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;

/** Whether somebody of this name is the medium: by its name, by an alias or by its site, with whatever stands around it. */
export function isNameOfMedium(name: string, address: string): boolean {
  const medium = mediumOfSite(address);
  if (!medium) return false;
  const [label = ''] = new URL(address).hostname.replace(/^www\./u, '').split('.');
  return [medium.name, ...(medium.aliases ?? []), label].some((one) => wordsOf(name).includes(wordsOf(one)));
}
