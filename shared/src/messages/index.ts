export { type Catalogue, defineCatalogue, type Language, languages, preferredLanguage } from './catalogue.ts';
export { domainMessages } from './domain.ts';
