import { defineCatalogue } from './catalogue.ts';

/** What is wrong with the environment that the server was given: one line each, which names the variable. */
export const environmentMessages = defineCatalogue(
  {
    portUnusable: (text: string) => `PORT is geen poortnummer tussen 1 en 65535: ${text}`,
    publicUrlMissing:
      'PUBLIC_URL ontbreekt: het adres waarop anderen deze server bereiken, zoals https://waarborg.example.nl',
    publicUrlUnusable: (url: string) => `PUBLIC_URL is geen webadres: ${url}`,
    publicUrlHasPath: (url: string, origin: string) =>
      `PUBLIC_URL is een adres zonder pad, zoals ${origin}: ${url}`,
    databaseUrlUnusable:
      'DATABASE_URL is geen adres van een PostgreSQL-database, zoals postgres://gebruiker:wachtwoord@host:5432/waarborg',
    secretTooShort: (name: string, length: number) => `${name} is te kort: neem ten minste ${length} tekens`,
    secretMissing: (length: number) =>
      `AUTH_SECRET ontbreekt: met DATABASE_URL is het nodig, hetzelfde voor elke kopie van de server, ten minste ${length} tekens`,
    fileDamaged: (file: string) => `${file} is beschadigd: verwijder het bestand`,
    logLevelUnknown: (text: string, levels: string) => `LOG_LEVEL is een van ${levels}: ${text}`,
    countUnusable: (name: string, text: string, most: number) =>
      `${name} is geen getal van 0 tot en met ${most}: ${text}`,
    providerIncomplete: (names: string) => `${names}: geef ze alle drie, of geen`,
    issuerUnsafe: (issuer: string) =>
      `OIDC_ISSUER is geen https-adres van een OpenID Connect-provider: ${issuer}`,
    dataDirUnusable: (place: string, reason: string) =>
      `DATA_DIR kan niet worden gebruikt: ${place} (${reason}). De gebruiker van de server moet er kunnen lezen en schrijven`,
  },
  {
    portUnusable: (text: string) => `PORT is no port number between 1 and 65535: ${text}`,
    publicUrlMissing:
      'PUBLIC_URL is missing: the address at which others reach this server, such as https://waarborg.example.nl',
    publicUrlUnusable: (url: string) => `PUBLIC_URL is no web address: ${url}`,
    publicUrlHasPath: (url: string, origin: string) =>
      `PUBLIC_URL is an address without a path, such as ${origin}: ${url}`,
    databaseUrlUnusable:
      'DATABASE_URL is no address of a PostgreSQL database, such as postgres://user:password@host:5432/waarborg',
    secretTooShort: (name: string, length: number) =>
      `${name} is too short: take at least ${length} characters`,
    secretMissing: (length: number) =>
      `AUTH_SECRET is missing: with DATABASE_URL it is needed, the same for every copy of the server, at least ${length} characters`,
    fileDamaged: (file: string) => `${file} is damaged: remove the file`,
    logLevelUnknown: (text: string, levels: string) => `LOG_LEVEL is one of ${levels}: ${text}`,
    countUnusable: (name: string, text: string, most: number) =>
      `${name} is no number from 0 up to and including ${most}: ${text}`,
    providerIncomplete: (names: string) => `${names}: give all three of them, or none`,
    issuerUnsafe: (issuer: string) =>
      `OIDC_ISSUER is no https address of an OpenID Connect provider: ${issuer}`,
    dataDirUnusable: (place: string, reason: string) =>
      `DATA_DIR cannot be used: ${place} (${reason}). The user of the server must be able to read and write there`,
  },
);
