import {
  type Bundle,
  type BundleResponse,
  bundleResponseSchema,
  importResponseSchema,
} from '@waarborg/shared/api';
import { postJson, postJsonText } from '../api/request.ts';

type SendOptions = Parameters<typeof postJson>[3];

/** Something that can be brought into a dossier, or be tried first. */
export interface ImportRequest {
  readonly isEmpty: boolean;
  /** The passages as they are sent. */
  readonly passages: readonly unknown[];
  send(isDryRun: boolean, options: SendOptions): Promise<BundleResponse>;
}

function queryOf(isDryRun: boolean): string {
  return isDryRun ? '?dryRun=true' : '';
}

/** A bundle: what a file brings, understood here. */
export function bundleRequest(slug: string, bundle: Bundle): ImportRequest {
  return {
    isEmpty: Object.values(bundle).every((things) => things.length === 0),
    passages: bundle.annotations,
    send: (isDryRun, options) =>
      postJson(`/dossiers/${slug}/imports/bundle${queryOf(isDryRun)}`, bundle, bundleResponseSchema, options),
  };
}

/** Web Annotations as JSON texts, which the server understands, and of which it keeps every property. */
export function annotationsRequest(slug: string, annotations: readonly string[]): ImportRequest {
  return {
    isEmpty: annotations.length === 0,
    passages: annotations,
    async send(isDryRun, options) {
      const path = `/dossiers/${slug}/imports${queryOf(isDryRun)}`;
      const { revision, created, codings, unchanged, newSpeakers, newDocuments } = await postJsonText(
        path,
        `[${annotations.join(',')}]`,
        importResponseSchema,
        options,
      );
      return {
        ...(revision === undefined ? {} : { revision }),
        created: {
          ...{ groups: 0, concepts: 0, renditions: 0, codings, links: 0 },
          ...{ speakers: newSpeakers.length, documents: newDocuments.length, passages: created },
        },
        known: unchanged,
        leftOut: 0,
        differing: 0,
      };
    },
  };
}
