import type { Instant } from '../calendar/instant';

/** The details that a public identity (SPID, CIE) tells and the portal keeps of a person. */
export const confirmable = ['givenName', 'familyName', 'taxCode', 'birthPlace'] as const;
export type Confirmable = (typeof confirmable)[number];

/** The details that a public identity confirmed, each with when the person took it over. */
export type Confirmed = Readonly<Partial<Record<Confirmable, Instant>>>;
