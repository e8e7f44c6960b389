import type { StoredHealth } from '$lib/domain/accessibility/needs';
import type { Household } from '$lib/domain/household/household';

/**
 * The row that a receipt's leaf is made of: everything declared, and nothing that the portal adds later. Health is as it
 * was stored, so that the receipts of before, when needs were an object of yes and no (`declared/1`), stay as they were.
 */
export const declaredRow = (declared: {
	readonly notice: string;
	readonly pseudonym: string;
	readonly household: Household;
	readonly health: StoredHealth;
	readonly choices: readonly string[];
}) => ({ format: Array.isArray(declared.health.needs) ? 'declared/2' : 'declared/1', ...declared });
