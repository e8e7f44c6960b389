import { own } from '$lib/domain/own';
import { m } from '$lib/paraglide/messages';

/** The facts of an operation in the reader's language. An operation that is not listed keeps the register's text. */
const facts: Readonly<Record<string, () => string>> = {
	borgo: m.programme_facts_borgo,
	agenzia: m.programme_facts_agenzia,
	emarginazione: m.programme_facts_emarginazione,
	disabilita: m.programme_facts_disabilita,
	strutture: m.programme_facts_strutture,
	quartieri: m.programme_facts_quartieri,
	erp: m.programme_facts_erp
};

export const operationFacts = (operation: { id: string; facts: string | null }): string | null =>
	own(facts, operation.id)?.() ?? operation.facts;

const units: Readonly<Record<string, () => string>> = {
	persons: m.programme_unit_persons,
	projects: m.programme_unit_projects,
	operations: m.programme_unit_operations,
	dwellings: m.programme_unit_dwellings,
	m2: m.programme_unit_m2
};

export const unitName = (unit: string): string => own(units, unit)?.() ?? unit;

const kinds = { services: m.programme_services, works: m.programme_works, grants: m.programme_grants };

export const lineKind = (kind: keyof typeof kinds): string => kinds[kind]();
