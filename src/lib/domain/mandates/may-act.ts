import type { Instant } from '$lib/domain/calendar/instant';
import { ruleOf, type Act, type Procedure } from './acts';
import { stateOf, type Mandate, type MandateState } from './mandate';

/** Why a helper may not act. All reasons are told together. */
export type Refusal =
	| { readonly because: 'mandate'; readonly state: Exclude<MandateState, 'active'> }
	| { readonly because: 'procedure-not-covered' }
	| { readonly because: 'procedure-revoked'; readonly at: Instant }
	| { readonly because: 'act-never-covered' };

/** `with-consent`: only when the person says yes to this very act. */
export type MayAct =
	| { readonly may: 'alone' | 'with-consent' }
	| { readonly may: 'no'; readonly why: readonly Refusal[] };

/**
 * Whether the organisation of a mandate may do an act for the person at `at`. It is asked before every reading and every
 * write, so that a revocation counts from its own instant.
 */
export function mayAct(mandate: Mandate, procedure: Procedure, act: Act, at: Instant): MayAct {
	const rule = ruleOf(procedure, act);
	const why: Refusal[] = [];
	const state = stateOf(mandate, at);
	if (state !== 'active') why.push({ because: 'mandate', state });
	const authorisation = mandate.authorisations.find((one) => one.procedure === procedure);
	if (!authorisation) why.push({ because: 'procedure-not-covered' });
	else if (authorisation.revokedAt !== null) why.push({ because: 'procedure-revoked', at: authorisation.revokedAt });
	if (rule === null) why.push({ because: 'act-never-covered' });
	if (why.length > 0 || rule === null) return { may: 'no', why };
	return { may: rule === 'alone' ? 'alone' : 'with-consent' };
}
