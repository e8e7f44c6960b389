import type { Needs } from '$lib/domain/accessibility/needs';
import type { Day, Instant } from '$lib/domain/calendar/instant';

/**
 * The facts that a household declares to look for an agreed-rent home; its needs are sealed apart. Amounts in cents.
 */
export type TenantFacts = {
	readonly people: number;
	readonly iseeCents: number;
	readonly yearlyIncomeCents: number | null;
	readonly neededBy: Day | null;
	readonly smokes: boolean;
	readonly hasPets: boolean;
};

export type TenantRequest = {
	readonly id: string;
	readonly accountId: string | null;
	readonly pseudonym: string;
	readonly facts: TenantFacts;
	readonly needsSealed: string;
	readonly dataKeyId: string;
	readonly submittedAt: Instant;
	readonly endedAt: Instant | null;
	readonly synthetic: boolean;
};

export type NewTenantRequest = TenantFacts & { readonly needs: Needs };

/** The place of a request's sealed needs, which is bound to the seal. */
export const needsPlace = (id: string) => `tenant_requests.needs_sealed:${id}`;
