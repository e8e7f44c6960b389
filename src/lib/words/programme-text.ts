import { own } from '$lib/domain/own';
import type { Operation, OperationLine } from '$lib/domain/programme/operation';
import { m } from '$lib/paraglide/messages';
import { asOfText, observationValue } from './observation-text';

const units: Readonly<Record<string, () => string>> = {
	persons: m.programme_unit_persons,
	projects: m.programme_unit_projects,
	operations: m.programme_unit_operations,
	dwellings: m.programme_unit_dwellings,
	m2: m.programme_unit_m2
};

export const unitName = (unit: string): string => own(units, unit)?.() ?? unit;

const kinds = { services: m.programme_services, works: m.programme_works, grants: m.programme_grants };

/** `Lavori (MI4.2.1.b), asse 4`; a line whose code was not found has none. */
export function lineName({ kind, code, axis }: Pick<OperationLine, 'kind' | 'code' | 'axis'>): string {
	const name = code ? `${kinds[kind]()} (${code})` : kinds[kind]();
	return axis === null ? name : `${name}, ${m.programme_axis({ axis })}`;
}

const statuses: Readonly<Record<string, () => string>> = {
	completed: m.programme_completed,
	notStarted: m.programme_not_started
};

/** What a line's sources say of its progress. */
export const lineStatus = (status: string | null): string =>
	(status !== null && own(statuses, status)?.()) || m.observation_not_found();

/** The state of the one line whose state is known. */
export const operationStatus = ({ lines }: Operation): string =>
	lineStatus(lines.find(({ status }) => status !== null)?.status ?? null);

/**
 * The announced share, where sources agree on one; else how many values there are. Picking one of them, or adding the
 * lines, would be our own figure.
 */
export function operationMoney({ lines }: Operation): string {
	const shares = lines.flatMap(({ observations }) => observations).filter(({ what }) => what === 'ponEuro');
	const [only, ...others] = shares;
	if (!only) return m.observation_not_found();
	if (others.length > 0) return m.programme_values({ count: shares.length });
	return `${observationValue(only)} (${asOfText(only.asOf)})`;
}
