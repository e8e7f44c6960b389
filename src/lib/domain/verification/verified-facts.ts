import { noHealthFacts, type HealthFacts } from '../accessibility/needs';
import type { Disability } from '../household/fact-parts';
import { factNames, factOf, groupOf, placeOf, type FactName } from '../household/facts';
import type { Household } from '../household/household';
import type { Told } from '../household/told';
import type { DeclaredFacts, Finding } from './finding';

type Values = Readonly<Record<string, unknown>>;

/** The value of each fact of a request; a fact that was not declared is absent. */
export function valuesOf({ household, health }: DeclaredFacts): Told {
	const { home, earlier, ...rest } = household;
	const all: Values = {
		...rest,
		...home,
		...earlier,
		...health,
		...(health && { disabilities: disabilitiesOf(health) })
	};
	return Object.fromEntries(factNames.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]]))) as Told;
}

/** Some notices ask only whether anybody has a serious handicap: the answer then names no member. */
function disabilitiesOf({ disabilities, severeDisability }: HealthFacts): readonly Disability[] {
	if (disabilities?.length || !severeDisability) return disabilities ?? [];
	return [{ member: '', percent: null, serious: true, attendanceAllowance: false }];
}

/**
 * The household as the office found it: a corrected fact has its verified value, one that is not proven counts as not told,
 * and everything else is as declared.
 */
export function verifiedFacts(declared: DeclaredFacts, findings: readonly Finding[]): DeclaredFacts {
	const changes = new Map<FactName, unknown>();
	for (const { fact, act, value } of findings) {
		if (act === 'corrected') changes.set(fact, value);
		if (act === 'not-proven') changes.set(fact, unprovenValue(fact, declared.household));
	}
	if (changes.get('kind') === 'none')
		for (const name of factNames)
			if (factOf[name].withoutHome !== undefined) changes.set(name, factOf[name].withoutHome);
	return { household: changedHousehold(declared.household, changes), health: changedHealth(declared.health, changes) };
}

/** A fact that is not proven gives no points. Of the people, the applicant stays: nobody else asks for the home. */
function unprovenValue(name: FactName, household: Household): unknown {
	if (name === 'members') return household.members.filter(({ relation }, at) => relation === 'applicant' || at === 0);
	const fact = factOf[name];
	return fact.asked === 'always' ? fact.blank : undefined;
}

function changedHousehold(household: Household, changes: ReadonlyMap<FactName, unknown>): Household {
	const changed: Record<string, unknown> = { ...household };
	const within: Record<string, Record<string, unknown>> = {
		home: { ...household.home },
		earlier: { ...household.earlier }
	};
	for (const [name, value] of changes) {
		const place: { readonly part: string; readonly within?: string } = placeOf[groupOf(name)];
		if (place.part === 'circumstances') continue;
		put(place.within ? within[place.within]! : changed, name, value);
	}
	return { ...changed, ...within } as Household;
}

/** A handicap declared for the household as a whole belongs to the fact about disabilities: it is checked with it. */
function changedHealth(health: HealthFacts | null, changes: ReadonlyMap<FactName, unknown>): HealthFacts | null {
	const those = [...changes].filter(([name]) => groupOf(name) === 'circumstances');
	if (those.length === 0) return health;
	const changed: Record<string, unknown> = { ...(health ?? noHealthFacts) };
	for (const [name, value] of those) put(changed, name, value);
	if (changes.has('disabilities')) changed['severeDisability'] = false;
	return changed as HealthFacts;
}

function put(into: Record<string, unknown>, name: string, value: unknown): void {
	if (value === undefined) delete into[name];
	else into[name] = value;
}
