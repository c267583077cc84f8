import type { FunctionComponent } from 'preact';
import { type DossierPage, isDossierPage, type PlainPage, type Route } from './routing/route.ts';

type Load<P> = () => Promise<FunctionComponent<P>>;

/** Where the page of each address is, about no dossier; each is a script of its own. */
const plainPages: Readonly<Record<PlainPage | 'not-found', Load<object>>> = {
  home: async () => (await import('./dossiers/home-page.tsx')).HomePage,
  dossiers: async () => (await import('./dossiers/dossiers-page.tsx')).DossiersPage,
  account: async () => (await import('./account/account-page.tsx')).AccountPage,
  invitation: async () => (await import('./invitation/invitation-page.tsx')).InvitationPage,
  'reset-password': async () => (await import('./account/reset-password-page.tsx')).ResetPasswordPage,
  device: async () => (await import('./device/device-page.tsx')).DevicePage,
  'sign-in': async () => (await import('./sign-in/sign-in-page.tsx')).SignInPage,
  'not-found': async () => (await import('./frame/problem-page.tsx')).NotFoundPage,
};

/** The same for the pages of a dossier. */
const dossierPages: Readonly<Record<DossierPage, Load<{ slug: string }>>> = {
  matrix: async () => (await import('./matrix/matrix-page.tsx')).MatrixPage,
  articles: async () => (await import('./articles/articles-page.tsx')).ArticlesPage,
  pictures: async () => (await import('./pictures/pictures-page.tsx')).PicturesPage,
  documents: async () => (await import('./documents/documents-page.tsx')).DocumentsPage,
  search: async () => (await import('./search/search-page.tsx')).SearchPage,
  codebook: async () => (await import('./codebook/codebook-page.tsx')).CodebookPage,
  references: async () => (await import('./references/references-page.tsx')).ReferencesPage,
  speakers: async () => (await import('./speakers/speakers-page.tsx')).SpeakersPage,
  review: async () => (await import('./review/review-page.tsx')).ReviewPage,
  outlines: async () => (await import('./outline/outline-page.tsx')).OutlinePage,
  history: async () => (await import('./history/history-page.tsx')).HistoryPage,
  exchange: async () => (await import('./exchange/exchange-page.tsx')).ExchangePage,
  publish: async () => (await import('./publish/publish-page.tsx')).PublishPage,
  members: async () => (await import('./members/members-page.tsx')).MembersPage,
  settings: async () => (await import('./settings/settings-page.tsx')).SettingsPage,
};

/** The component of a page; `slug` is for those of a dossier. */
export type Page = FunctionComponent<{ slug: string }>;

/** Loads a page. Rejects where its script does not come: no connection, or a newer version is served by now. */
export function loadPage(page: Route['page']): Promise<Page> {
  return isDossierPage(page) ? dossierPages[page]() : plainPages[page]();
}
