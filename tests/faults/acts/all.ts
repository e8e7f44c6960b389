import { landlordActs } from './landlords';
import { offerActs } from './offers';
import { peopleActs } from './people';
import { requestActs } from './requests';
import { roundActs } from './rounds';

/** Everything that people do in the histories, by what they do. */
export const acts = { ...peopleActs, ...requestActs, ...roundActs, ...offerActs, ...landlordActs };

export type ActName = keyof typeof acts;
