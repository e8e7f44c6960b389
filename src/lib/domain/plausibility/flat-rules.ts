import { addYears } from '../calendar/deadline';
import type { Day } from '../calendar/instant';
import { doubtsOf, known, own, rangeOf, unanswered, type Doubt, type Found, type Rule, type Source } from './doubt';
import * as limits from './limits';

/** What is told of a flat and its building, wherever it is told; null or absent is unknown. Units as in the register. */
export type FlatFacts = {
	readonly netAreaDm2?: number | null | undefined;
	/** With walls and a part of balconies and cellars, as in the cadastral record. */
	readonly cadastralAreaDm2?: number | null | undefined;
	readonly rooms?: number | null | undefined;
	readonly floor?: number | null | undefined;
	/** Storeys of the building. */
	readonly floors?: number | null | undefined;
	readonly builtYear?: number | null | undefined;
	readonly rentCents?: number | null | undefined;
	readonly measuredOn?: Day | null | undefined;
	readonly works_planned?: Day | null | undefined;
	readonly works_started?: Day | null | undefined;
	readonly works_done?: Day | null | undefined;
	readonly availableFrom?: Day | null | undefined;
	/** The years of a contract. */
	readonly years?: number | null | undefined;
};
export type FlatField = keyof FlatFacts;

const rule = <Id extends string>(
	id: Id,
	fields: readonly FlatField[],
	source: Source,
	find: (facts: FlatFacts, today: Day) => Found['values'] | null
): Rule<Id, FlatFacts> => ({
	id,
	level: 'ask',
	stops: true,
	fields,
	source,
	find: (facts, today) => {
		const values = find(facts, today);
		return values ? [{ values }] : [];
	}
});

/** A day before `first`: the portal's trade did not exist yet, so it is a slip of the pen. */
const early = <Field extends FlatField>(field: Field, first: Day, source: Source) =>
	rule(`${field}-early`, [field], source, (facts) => {
		const day = facts[field];
		return typeof day === 'string' && day < first ? { day } : null;
	});

const measures = known('D.M. 236/1989: since June 1989 homes are measured for accessibility');
const programme = own('works before the programme of 2014 do not count for it');
const soon = limits.available;

export const flatRules = [
	...rangeOf('netAreaDm2', limits.area.limits, limits.area.source),
	...rangeOf('cadastralAreaDm2', limits.area.limits, limits.area.source),
	...rangeOf('rooms', limits.rooms.limits, limits.rooms.source),
	...rangeOf('rentCents', limits.rent.limits, limits.rent.source),
	...rangeOf('years', limits.contractYears.limits, limits.contractYears.source),
	rule('net-above-gross', ['netAreaDm2', 'cadastralAreaDm2'], own('the net area is a part of the gross one'), (flat) =>
		flat.netAreaDm2 && flat.cadastralAreaDm2 && flat.netAreaDm2 > flat.cadastralAreaDm2
			? { net: flat.netAreaDm2, gross: flat.cadastralAreaDm2 }
			: null
	),
	rule('rooms-too-small', ['rooms', 'netAreaDm2'], limits.leastRoom.source, ({ rooms, netAreaDm2 }) =>
		rooms && netAreaDm2 && netAreaDm2 < rooms * limits.leastRoom.value ? { rooms, area: netAreaDm2 } : null
	),
	rule('floor-above-roof', ['floor', 'floors'], own('a flat is not above the roof'), ({ floor, floors }) =>
		floor && floors && floor > floors ? { floor, floors } : null
	),
	rule('built-later', ['builtYear'], own('a building of the register stands'), ({ builtYear }, today) =>
		builtYear && builtYear > Number(today.slice(0, 4)) ? { year: builtYear } : null
	),
	rule('built-early', ['builtYear'], own('few homes of the city are older than 1500'), ({ builtYear }) =>
		builtYear && builtYear < 1500 ? { year: builtYear } : null
	),
	early('measuredOn', '1989-06-14', measures),
	early('works_planned', '2014-01-01', programme),
	early('works_started', '2014-01-01', programme),
	early('works_done', '2014-01-01', programme),
	rule('available-far', ['availableFrom'], soon.source, ({ availableFrom }, today) =>
		availableFrom && availableFrom > addYears(today, soon.years) ? { day: availableFrom } : null
	),
	rule('available-past', ['availableFrom'], soon.source, ({ availableFrom }, today) =>
		availableFrom && availableFrom < addYears(today, -1) ? { day: availableFrom } : null
	)
] as const;

export type FlatRule = (typeof flatRules)[number]['id'];
export type FlatDoubt = Doubt<FlatRule> & { readonly fields: readonly FlatField[] };

/** Everything doubtful in what is told of a flat, without what somebody said to be right (`sure`). */
export const flatDoubts = (facts: FlatFacts, today: Day, sure: readonly string[] = []): FlatDoubt[] =>
	unanswered(doubtsOf<FlatRule, FlatFacts>(flatRules, facts, today), sure) as FlatDoubt[];

/** The doubts that a change brings: what the record said before was asked then. */
export function newFlatDoubts(before: FlatFacts, after: FlatFacts, today: Day, sure: readonly string[]): FlatDoubt[] {
	const old = new Set(flatDoubts(before, today).map(({ key }) => key));
	return flatDoubts(after, today, sure).filter(({ key }) => !old.has(key));
}
