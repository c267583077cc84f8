import { AccountPage } from './account/account-page.tsx';
import { ResetPasswordPage } from './account/reset-password-page.tsx';
import { ArticlesPage } from './articles/articles-page.tsx';
import { CodebookPage } from './codebook/codebook-page.tsx';
import { DevicePage } from './device/device-page.tsx';
import { DocumentsPage } from './documents/documents-page.tsx';
import { DossiersPage } from './dossiers/dossiers-page.tsx';
import { HomePage } from './dossiers/home-page.tsx';
import { ExchangePage } from './exchange/exchange-page.tsx';
import { NotFoundPage } from './frame/problem-page.tsx';
import { HistoryPage } from './history/history-page.tsx';
import { InvitationPage } from './invitation/invitation-page.tsx';
import { MatrixPage } from './matrix/matrix-page.tsx';
import { MembersPage } from './members/members-page.tsx';
import { OutlinePage } from './outline/outline-page.tsx';
import { PicturesPage } from './pictures/pictures-page.tsx';
import { PublishPage } from './publish/publish-page.tsx';
import { ReviewPage } from './review/review-page.tsx';
import { address } from './routing/navigation.ts';
import { parseRoute } from './routing/route.ts';
import { SearchPage } from './search/search-page.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { SpeakersPage } from './speakers/speakers-page.tsx';

/** The page that the address names. */
export function App() {
  const route = parseRoute(address.value.pathname);
  switch (route.page) {
    case 'home':
      return <HomePage />;
    case 'dossiers':
      return <DossiersPage />;
    case 'matrix':
      return <MatrixPage key={route.slug} slug={route.slug} />;
    case 'articles':
      return <ArticlesPage key={route.slug} slug={route.slug} />;
    case 'pictures':
      return <PicturesPage key={route.slug} slug={route.slug} />;
    case 'documents':
      return <DocumentsPage key={route.slug} slug={route.slug} />;
    case 'search':
      return <SearchPage key={route.slug} slug={route.slug} />;
    case 'codebook':
      return <CodebookPage key={route.slug} slug={route.slug} />;
    case 'speakers':
      return <SpeakersPage key={route.slug} slug={route.slug} />;
    case 'review':
      return <ReviewPage key={route.slug} slug={route.slug} />;
    case 'outlines':
      return <OutlinePage key={route.slug} slug={route.slug} />;
    case 'history':
      return <HistoryPage key={route.slug} slug={route.slug} />;
    case 'exchange':
      return <ExchangePage key={route.slug} slug={route.slug} />;
    case 'publish':
      return <PublishPage key={route.slug} slug={route.slug} />;
    case 'members':
      return <MembersPage key={route.slug} slug={route.slug} />;
    case 'account':
      return <AccountPage />;
    case 'invitation':
      return <InvitationPage />;
    case 'reset-password':
      return <ResetPasswordPage />;
    case 'device':
      return <DevicePage />;
    case 'sign-in':
      return <SignInPage />;
    case 'not-found':
      return <NotFoundPage />;
  }
}
