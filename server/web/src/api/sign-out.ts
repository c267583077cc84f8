import { askAuth } from './request.ts';

/** Signs out and goes to a page, which is loaded anew, so that nothing of what was read stays in it. */
export async function signOut(next = '/aanmelden'): Promise<void> {
  try {
    await askAuth('/sign-out', {});
  } finally {
    window.location.assign(next);
  }
}
