import type { StoredHealth } from '$lib/domain/accessibility/needs';
import type { Household } from '$lib/domain/household/household';

/**
 * The row from which a receipt's leaf is made: everything declared, and nothing that the portal adds later. Health is
 * as it was stored, so that earlier receipts (`declared/1`, where needs were an object of yes and no) stay valid.
 */
export const declaredRow = (declared: {
	readonly notice: string;
	readonly pseudonym: string;
	readonly household: Household;
	readonly health: StoredHealth;
	readonly choices: readonly string[];
}) => ({ format: Array.isArray(declared.health.needs) ? 'declared/2' : 'declared/1', ...declared });
