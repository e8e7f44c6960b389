import type { HealthFacts } from '$lib/domain/accessibility/needs';
import type { Household } from '$lib/domain/household/household';

/** The row that a receipt's leaf is made of: everything declared, and nothing that the portal adds later. */
export const declaredRow = (declared: {
	readonly notice: string;
	readonly pseudonym: string;
	readonly household: Household;
	readonly health: HealthFacts;
	readonly choices: readonly string[];
}) => ({ format: 'declared/1', ...declared });
