import { compareBytes } from '../allocation/byte-order';
import { drawTickets } from '../allocation/tickets';
import { checkConditions, highestRentCents, maySuggest, type ConditionId } from './conditions';
import { pairNumber, type Bound, type PairMarket } from './pair-market';
import type { RentedHome, Seeker } from './rented-home';
import type { Draw, Fit, Terms } from './terms';

/** More than the area of any home in hundredths of a square metre, so that met needs count before size. */
const ABOVE_ANY_AREA = 1e8;

/** A condition between one home and one seeker. It is not part of the kind because it differs from seeker to seeker. */
const ofThePair: readonly ConditionId[] = ['rent', 'dates'];

/**
 * The market of a day. A home prefers households whose needs it meets (accessible homes go first to those that need
 * them), then those it fits most closely. A household prefers the lowest rent, then the closest size. Tickets decide
 * what is still equal, then ids: never traits of a household or the order of arrival. The order of rows has no effect.
 */
export function buildPairMarket(
	homeRows: readonly RentedHome[],
	seekerRows: readonly Seeker[],
	terms: Terms
): PairMarket {
	const homes = homeRows.toSorted((a, b) => compareBytes(a.id, b.id));
	const seekers = seekerRows.toSorted((a, b) => compareBytes(a.id, b.id));
	const { kindOf, firsts } = kindsOf(seekers, terms);
	return {
		homes: homes.map(({ id }) => id),
		seekers: seekers.map(({ id }) => id),
		kindOf,
		...wishesOf(homes, firsts, terms),
		drawn: placesDrawn(seekers, terms.draw),
		bounds: boundsOf(homes, seekers, terms),
		leftOut: leftOutOf(homes, seekers, terms)
	};
}

/** Seekers of one kind get the same answer from every home, rent and dates apart; `firsts` has one seeker of each kind. */
function kindsOf(seekers: readonly Seeker[], { question, rules }: Terms) {
	const kinds = new Map<string, number>();
	const firsts: Seeker[] = [];
	const kindOf = Int32Array.from(seekers, (seeker) => {
		const { smokes, hasPets, iseeCents } = seeker;
		const word = JSON.stringify([question.profileOf(seeker), smokes, hasPets, iseeCents <= rules.iseeMaxCents]);
		const kind = kinds.get(word) ?? kinds.size;
		if (kind === kinds.size) firsts.push(seeker);
		kinds.set(word, kind);
		return kind;
	});
	return { kindOf, firsts };
}

type Wish = { readonly home: number; readonly fit: Fit };

function wishesOf(homes: readonly RentedHome[], firsts: readonly Seeker[], { question, rules, draw }: Terms) {
	const drawn = placesDrawn(homes, draw);
	const fits = new Map<string, readonly Fit[]>();
	const perKind = firsts.map((seeker) => {
		const profile = question.profileOf(seeker);
		const answers = fits.get(profile) ?? homes.map((home) => question.fit(home, seeker));
		fits.set(profile, answers);
		return answers
			.flatMap<Wish>((fit, home) => {
				const conditions = checkConditions(homes[home]!, seeker, fit, rules);
				return maySuggest(conditions.filter(({ id }) => !ofThePair.includes(id))) ? [{ home, fit }] : [];
			})
			.sort(
				(a, b) =>
					homes[a.home]!.rentCents - homes[b.home]!.rentCents ||
					a.fit.excessAreaDm2 - b.fit.excessAreaDm2 ||
					drawn[a.home]! - drawn[b.home]!
			);
	});
	const wishStart = new Int32Array(firsts.length + 1);
	perKind.forEach((wishes, kind) => (wishStart[kind + 1] = wishStart[kind]! + wishes.length));
	const all = perKind.flat();
	return {
		wishStart,
		wishes: Int32Array.from(all, ({ home }) => home),
		grades: Float64Array.from(all, ({ fit }) => (fit.needs === 'suits' ? 0 : ABOVE_ANY_AREA) + fit.excessAreaDm2)
	};
}

function boundsOf(homes: readonly RentedHome[], seekers: readonly Seeker[], { rules }: Terms): Bound[] {
	const number = (day: string) => Number(day.replaceAll('-', ''));
	return [
		{
			ofHome: Float64Array.from(homes, ({ rentCents }) => rentCents),
			ofSeeker: Float64Array.from(seekers, (seeker) => highestRentCents(seeker, rules) ?? Infinity)
		},
		{
			ofHome: Float64Array.from(homes, ({ availableFrom }) => number(availableFrom)),
			ofSeeker: Float64Array.from(seekers, ({ neededBy }) => (neededBy === null ? Infinity : number(neededBy)))
		}
	];
}

/**
 * The place of each row in the public draw, from 0. Rows are in the order of their ids, which decides between equal
 * tickets.
 */
function placesDrawn(rows: readonly { readonly id: string }[], draw: Draw): Int32Array {
	const ids = rows.map(({ id }) => id);
	const { high, low } = drawTickets(draw.beacon, draw.notice, ids);
	const order = ids.map((_, i) => i).sort((a, b) => high[a]! - high[b]! || low[a]! - low[b]! || a - b);
	const places = new Int32Array(ids.length);
	order.forEach((row, place) => (places[row] = place));
	return places;
}

function leftOutOf(homes: readonly RentedHome[], seekers: readonly Seeker[], { tried = [] }: Terms): Set<number> {
	const homeAt = new Map(homes.map(({ id }, at) => [id, at]));
	const seekerAt = new Map(seekers.map(({ id }, at) => [id, at]));
	const known = tried.flatMap((pair) => {
		const [home, seeker] = [homeAt.get(pair.home), seekerAt.get(pair.seeker)];
		return home === undefined || seeker === undefined ? [] : [pairNumber(home, seeker, seekers.length)];
	});
	return new Set(known);
}
