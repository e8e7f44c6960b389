import type { MarketColumns } from '../allocation/market';

/**
 * The general order of a round: every household that takes part, by its keys from left to right, higher first, then by
 * ticket, then by id. Set-asides play no part in it. A household without keys for any list comes last.
 * @throws RangeError where a household has other keys on one list than on another: a notice has one ranking
 */
export function generalOrder(market: MarketColumns): string[] {
	const applications: number[] = [];
	for (let application = 0; application < market.active.length; application++) {
		if (market.active[application] === 0) continue;
		refuseOtherKeys(market, application);
		applications.push(application);
	}
	applications.sort((a, b) => compareKeys(market, a, b) || compareTickets(market, a, b) || a - b);
	return applications.map((application) => market.applications.at(application)!);
}

const entryOf = ({ entryStart }: MarketColumns, application: number): number =>
	entryStart[application]! < entryStart[application + 1]! ? entryStart[application]! : -1;

const keyCountAt = ({ keyCount, entryList }: MarketColumns, entry: number): number => keyCount[entryList[entry]!]!;

function compareKeys(market: MarketColumns, a: number, b: number): number {
	const [x, y] = [entryOf(market, a), entryOf(market, b)];
	if (x < 0 || y < 0) return Number(x < 0) - Number(y < 0);
	return compareEntries(market, x, y);
}

function compareEntries(market: MarketColumns, x: number, y: number): number {
	const count = keyCountAt(market, x);
	if (count !== keyCountAt(market, y))
		throw new RangeError('The lists of a notice with one ranking have the same keys.');
	const [from, other] = [market.entryKeys[x]!, market.entryKeys[y]!];
	for (let key = 0; key < count; key++) {
		const difference = market.keys[other + key]! - market.keys[from + key]!;
		if (difference !== 0) return difference;
	}
	return 0;
}

function compareTickets({ ticketHigh, ticketLow }: MarketColumns, a: number, b: number): number {
	return ticketHigh[a]! - ticketHigh[b]! || ticketLow[a]! - ticketLow[b]! || 0;
}

function refuseOtherKeys(market: MarketColumns, application: number): void {
	const [first, end] = [market.entryStart[application]!, market.entryStart[application + 1]!];
	for (let entry = first + 1; entry < end; entry++) {
		if (compareEntries(market, first, entry) !== 0)
			throw new RangeError('A household has the same keys on every list of a notice with one ranking.');
	}
}
