export {
  type Catalogue,
  defineCatalogue,
  type Language,
  languages,
  locales,
  preferredLanguage,
} from './catalogue.ts';
export { domainMessages } from './domain.ts';
