import { z } from 'zod';
import { nameSchema, textSchema, uuidSchema } from '../annotation/index.ts';
import { dossierSchema, roles } from '../dossier/index.ts';
import { listSchema } from './list.ts';

const roleSchema = z.enum(roles);
const emailSchema = z.email().max(254);
/** Longest name of a person, in UTF-16 code units. */
export const maxPersonNameLength = 100;
/** Letters that nobody sees could make two names look alike. */
const personNameSchema = textSchema(maxPersonNameLength, 1).regex(
  /^[^\p{Cc}\p{Cf}]*$/u,
  'no control characters',
);

/** `PUT /me`: the name under which one's work is shown, and stands in what leaves the server. */
export const accountUpdateSchema = z.object({
  name: personNameSchema.refine((name) => name.trim() !== '', 'a name'),
});

/** Ends of a password's length, in UTF-16 code units. */
export const passwordLength = { least: 12, most: 128 } as const;
/** Code of better-auth’s answer to a new password that is too easy to guess. */
export const guessablePassword = 'PASSWORD_GUESSABLE';
/** A password that may be chosen, by its length alone. */
export const passwordSchema = z.string().min(passwordLength.least).max(passwordLength.most);

/** `GET /sign-in-ways`: the ways in that this server has. */
export const signInWaysSchema = z.object({
  password: z.boolean(),
  passkey: z.boolean(),
  /** Name of the organisation's own sign-in; absent where none is configured. */
  provider: z.string().optional(),
  /** Whether the server serves one person on one machine, without signing in. */
  local: z.boolean(),
});
export type SignInWays = z.infer<typeof signInWaysSchema>;

/** `GET /members`: who works in the dossier. */
export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Shown to owners only. */
  email: z.string().optional(),
  role: roleSchema,
  /** Revision of the dossier that gave the role, as in the ETag. */
  revision: z.int().nonnegative(),
});
export type Member = z.infer<typeof memberSchema>;
/** The same as a list. */
export const memberListSchema = listSchema('members', memberSchema);
/** `PUT /members/{user}`: what a member may do from now on. */
export const roleUpdateSchema = z.object({ role: roleSchema });

/** `POST /invitations`: what a link will give to whoever follows it. */
export const invitationDraftSchema = z.object({
  role: roleSchema,
  /** Only the account with this address can accept. */
  email: emailSchema.optional(),
  /** Whether more than one person may accept. */
  reusable: z.boolean().default(false),
  /** Days until the link ends. */
  days: z.int().min(1).max(90).default(7),
});
/** An invitation without its secret. */
export const invitationSchema = z.object({
  id: uuidSchema,
  role: roleSchema,
  email: z.string().optional(),
  reusable: z.boolean(),
  /** How often it was accepted. */
  uses: z.int().nonnegative(),
  /** Who made it. */
  by: z.object({ id: z.string(), name: z.string() }),
  created: z.iso.datetime(),
  expires: z.iso.datetime(),
});
export type Invitation = z.infer<typeof invitationSchema>;
/** Invitations that can still be accepted. */
export const invitationListSchema = listSchema('invitations', invitationSchema);
/** A new invitation with its link, which is shown once: the server keeps only a hash. */
export const madeInvitationSchema = invitationSchema.extend({ link: z.url() });

/** Body of whoever follows a link: the secret in it. */
export const invitationTokenSchema = z.object({ token: textSchema(100, 1) });
/** `POST /invitations/lookup`: what is offered, for whoever has the link. */
export const invitationOfferSchema = z.object({
  dossier: z.object({ title: z.string() }),
  role: roleSchema,
  by: z.object({ name: z.string() }),
  expires: z.iso.datetime(),
  /** Address of the account that it is for. */
  email: z.string().optional(),
});
export type InvitationOffer = z.infer<typeof invitationOfferSchema>;
/** `POST /invitations/register`: an account made with an invitation. */
export const registrationSchema = invitationTokenSchema.extend({
  name: personNameSchema,
  email: emailSchema,
  password: passwordSchema,
});
/** The dossier of which one is a member from now on. */
export const acceptedInvitationSchema = dossierSchema;

/** Longest name of a token, in UTF-16 code units. */
export const maxTokenNameLength = 100;
/** `POST /tokens`: a token for one dossier, or (as the extension asks) one for each. */
export const tokenDraftSchema = z.object({
  /** For the list of one's tokens: "Chromium op laptop". */
  name: nameSchema(maxTokenNameLength),
  /** Slug of the only dossier; left out, there is a token for each. */
  dossier: dossierSchema.shape.slug.optional(),
  /** The token does at most what this role may, and never more than its holder. */
  scope: roleSchema.default('curator'),
  /** Days until it ends; left out, it lasts until it is revoked. */
  days: z.int().min(1).max(366).optional(),
});
/** Tokens just made. */
export const tokenListSchema = z.object({
  tokens: z.array(
    z.object({
      dossier: dossierSchema,
      /** Shown once; the server keeps only its hash. */
      token: z.string(),
    }),
  ),
});
export type TokenList = z.infer<typeof tokenListSchema>;
/** `GET /tokens`: one's tokens that still open something. */
export const keptTokenSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  dossier: z.object({ slug: z.string(), title: z.string() }),
  scope: roleSchema,
  created: z.iso.datetime(),
  /** Absent when it lasts until it is revoked. */
  expires: z.iso.datetime().optional(),
  /** To the hour; absent when it was never used. */
  used: z.iso.datetime().optional(),
});
export type KeptToken = z.infer<typeof keptTokenSchema>;
/** The same as a list. */
export const keptTokenListSchema = listSchema('tokens', keptTokenSchema);

/** `GET /sessions`: a browser in which one is signed in. */
export const keptSessionSchema = z.object({
  id: z.string(),
  /** What the browser calls itself; absent where that says nothing known. */
  browser: z.string().optional(),
  /** The system under it, by the same word. */
  system: z.string().optional(),
  /** When one signed in. */
  created: z.iso.datetime(),
  /** Last seen, to the hour. */
  used: z.iso.datetime(),
  expires: z.iso.datetime(),
  /** Whether it is the one that asks. */
  isCurrent: z.boolean(),
});
export type KeptSession = z.infer<typeof keptSessionSchema>;
/** The same as a list. */
export const keptSessionListSchema = listSchema('sessions', keptSessionSchema);
