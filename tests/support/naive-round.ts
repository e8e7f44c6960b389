import { createHmac } from 'node:crypto';
import type { Quota, Round, RoundApplication, RoundDwelling } from '../../src/lib/domain/allocation/round';

/**
 * The round computed the slow and obvious way, straight from the text of the format: plain objects, a comparator, no
 * typed array. Its only link with the engine is the shape of the input, so that agreement means something.
 */
const bytes = (text: string) => Buffer.from(text, 'utf8');
const byBytes = (a: string, b: string) => Buffer.compare(bytes(a), bytes(b));

interface State {
	readonly round: Round;
	readonly holding: Map<string, string>;
	readonly guaranteed: Set<string>;
	readonly left: string[];
}

const dwellingOf = (round: Round, id: string) => round.dwellings.find((d) => d.id === id) as RoundDwelling;
const applicationOf = (round: Round, id: string) => round.applications.find((a) => a.id === id) as RoundApplication;
const places = (dwelling: RoundDwelling) => dwelling.capacity ?? 1;

const drawn = new WeakMap<Round, Map<string, bigint>>();

function ticket(round: Round, id: string): bigint {
	const tickets = drawn.get(round) ?? new Map<string, bigint>();
	drawn.set(round, tickets);
	const known = tickets.get(id) ?? drawTicket(round, id);
	tickets.set(id, known);
	return known;
}

function drawTicket(round: Round, id: string): bigint {
	const mac = createHmac('sha256', Buffer.from(round.beacon, 'hex'))
		.update(bytes(`${round.notice}|${id}`))
		.digest();
	return mac.readBigUInt64BE(0);
}

function tier(dwelling: RoundDwelling, application: RoundApplication): number {
	const aside = dwelling.setAside ?? [];
	const index = aside.findIndex((category) => application.categories?.includes(category));
	return index < 0 ? aside.length : index;
}

function keysFor(application: RoundApplication, list: string): readonly number[] | undefined {
	return Object.entries(application.keys ?? {}).find(([name]) => name === list)?.[1];
}

/** What decides between two acceptable households at a dwelling, and who of them stands first. */
export function reasonBetween(round: Round, dwelling: RoundDwelling, a: RoundApplication, b: RoundApplication) {
	if (dwelling.order) return { because: 'order', sign: dwelling.order.indexOf(a.id) - dwelling.order.indexOf(b.id) };
	const tiers = tier(dwelling, a) - tier(dwelling, b);
	if (tiers !== 0) return { because: 'setAside', sign: tiers };
	const keysA = keysFor(a, dwelling.list) ?? [];
	const keysB = keysFor(b, dwelling.list) ?? [];
	for (const [i, key] of keysA.entries()) {
		const other = keysB[i] as number;
		if (key !== other) return { because: `key[${i}]`, sign: key > other ? -1 : 1 };
	}
	const [x, y] = [ticket(round, a.id), ticket(round, b.id)];
	if (x !== y) return { because: 'ticket', sign: x < y ? -1 : 1 };
	return { because: 'id', sign: byBytes(a.id, b.id) };
}

function acceptable(dwelling: RoundDwelling, application: RoundApplication): boolean {
	if (application.withdrawn || !application.choices.includes(dwelling.id)) return false;
	if (dwelling.order) return dwelling.order.includes(application.id);
	if (!keysFor(application, dwelling.list)) return false;
	return !dwelling.exclusive || tier(dwelling, application) < (dwelling.setAside ?? []).length;
}

export function naiveOrder(round: Round, dwelling: RoundDwelling): string[] {
	return round.applications
		.filter((application) => acceptable(dwelling, application))
		.sort((a, b) => reasonBetween(round, dwelling, a, b).sign)
		.map((application) => application.id);
}

function makeOrders(round: Round) {
	return new Map(round.dwellings.map((dwelling) => [dwelling.id, naiveOrder(round, dwelling)]));
}
type Orders = ReturnType<typeof makeOrders>;

const placeIn = (orders: Orders, dwelling: string, id: string) => (orders.get(dwelling) ?? []).indexOf(id) + 1;
const holders = (state: State, dwelling: string) =>
	[...state.holding].filter(([, held]) => held === dwelling).map(([id]) => id);

function defer(state: State, orders: Orders) {
	const refused = new Set<string>();
	for (;;) {
		const proposal = state.round.applications
			.filter((a) => !a.withdrawn && !state.holding.has(a.id))
			.flatMap((a) => {
				const next = a.choices.find((d) => placeIn(orders, d, a.id) > 0 && !refused.has(`${a.id}\n${d}`));
				return next === undefined ? [] : [{ id: a.id, dwelling: next }];
			})[0];
		if (!proposal) return;
		const dwelling = dwellingOf(state.round, proposal.dwelling);
		const movable = holders(state, dwelling.id).filter((id) => !applicationOf(state.round, id).frozen);
		const frozen = holders(state, dwelling.id).length - movable.length;
		const ranked = [...movable, proposal.id].sort(
			(a, b) => placeIn(orders, dwelling.id, a) - placeIn(orders, dwelling.id, b)
		);
		for (const [i, id] of ranked.entries()) {
			if (i < places(dwelling) - frozen) state.holding.set(id, dwelling.id);
			else {
				state.holding.delete(id);
				refused.add(`${id}\n${dwelling.id}`);
			}
		}
	}
}

const housedIn = (state: State, category: string) =>
	[...state.holding.keys()].filter((id) => applicationOf(state.round, id).categories?.includes(category)).length;

const capped = (state: State, application: RoundApplication) =>
	(state.round.quotas ?? []).some(
		(q) =>
			q.kind === 'ceiling' && application.categories?.includes(q.category) && housedIn(state, q.category) >= q.places
	);

function serialChoice(state: State) {
	const list = state.round.dwellings[0]?.list;
	if (list === undefined) return;
	const whole: RoundDwelling = { id: '', list };
	const walkers = state.round.applications
		.filter((a) => !a.withdrawn && keysFor(a, list))
		.sort((a, b) => reasonBetween(state.round, whole, a, b).sign);
	const walk = (members: RoundApplication[], guarantee?: Quota) => {
		for (const application of members) {
			if (guarantee && housedIn(state, guarantee.category) >= guarantee.places) return;
			if (state.holding.has(application.id) || capped(state, application)) continue;
			const wanted = application.choices.find((d) => holders(state, d).length < places(dwellingOf(state.round, d)));
			if (wanted === undefined) continue;
			state.holding.set(application.id, wanted);
			if (guarantee) state.guaranteed.add(application.id);
		}
	};
	const guarantees = (state.round.quotas ?? []).filter((q) => q.kind === 'guarantee');
	for (const quota of guarantees.sort((a, b) => byBytes(a.category, b.category)))
		walk(
			walkers.filter((a) => a.categories?.includes(quota.category)),
			quota
		);
	walk(walkers);
}

/** Pairs of an active unfrozen application and a choice above its result. */
function wishes(state: State) {
	return state.round.applications
		.filter((a) => !a.withdrawn && !a.frozen && !state.left.includes(a.id))
		.sort((a, b) => byBytes(a.id, b.id))
		.flatMap((a) => {
			const held = a.choices.indexOf(state.holding.get(a.id) ?? '');
			return a.choices.slice(0, held < 0 ? undefined : held).map((dwelling) => ({ application: a, dwelling }));
		});
}

function look(state: State, orders: Orders, wish: ReturnType<typeof wishes>[number]) {
	const dwelling = dwellingOf(state.round, wish.dwelling);
	const place = placeIn(orders, dwelling.id, wish.application.id);
	const all = holders(state, dwelling.id);
	const worst = all
		.filter((id) => applicationOf(state.round, id).frozen === undefined)
		.sort((a, b) => placeIn(orders, dwelling.id, b) - placeIn(orders, dwelling.id, a))[0];
	const holderPlace = worst === undefined ? 0 : placeIn(orders, dwelling.id, worst);
	const free = places(dwelling) - all.length;
	return { dwelling, place, worst, holderPlace, free, quotas: (state.round.quotas ?? []).length > 0 };
}

function because(state: State, seen: ReturnType<typeof look>, application: RoundApplication): string {
	if (seen.place === 0) return 'unacceptable';
	if (seen.quotas && (seen.free > 0 || seen.holderPlace > seen.place)) return 'quota';
	if (seen.worst === undefined) return 'frozen';
	return reasonBetween(state.round, seen.dwelling, applicationOf(state.round, seen.worst), application).because;
}

function through(state: State, id: string): string {
	const application = applicationOf(state.round, id);
	const dwelling = dwellingOf(state.round, state.holding.get(id) as string);
	if (application.frozen !== undefined) return 'frozen';
	if (!dwelling.order && tier(dwelling, application) < (dwelling.setAside ?? []).length) return 'setAside';
	return state.guaranteed.has(id) ? 'guarantee' : 'open';
}

function report(state: State, orders: Orders, input: string, extra: object) {
	const { round, holding } = state;
	const seen = wishes(state).map((wish) => look(state, orders, wish));
	const envy = seen.filter((s) => s.place > 0 && s.holderPlace > s.place).length;
	const wasted = seen.filter((s) => s.place > 0 && s.free > 0).length;
	const quotas = (round.quotas ?? []).length > 0;
	return {
		format: 'round-result/1',
		notice: round.notice,
		engine: 'chiavi-round/1',
		input,
		assignments: [...holding.keys()].sort(byBytes).map((application) => {
			const dwelling = holding.get(application) as string;
			const place = placeIn(orders, dwelling, application) || null;
			return { application, dwelling, place, through: through(state, application) };
		}),
		unassigned: round.applications
			.filter((a) => !a.withdrawn && !holding.has(a.id) && !state.left.includes(a.id))
			.map((a) => a.id)
			.sort(byBytes),
		vacant: round.dwellings
			.map((d) => ({ dwelling: d.id, free: places(d) - holders(state, d.id).length }))
			.filter((v) => v.free > 0)
			.sort((a, b) => byBytes(a.dwelling, b.dwelling)),
		certificate: { blockingPairs: quotas ? 0 : envy, wasted: quotas ? 0 : wasted, checked: seen.length },
		...extra
	};
}

function start(round: Round): { state: State; orders: Orders } {
	const orders = makeOrders(round);
	const signed = round.applications.flatMap((a) => (a.frozen === undefined ? [] : [[a.id, a.frozen] as const]));
	const state: State = { round, holding: new Map(signed), guaranteed: new Set(), left: [] };
	if (round.quotas?.length) serialChoice(state);
	else defer(state, orders);
	return { state, orders };
}

/** The text of the result, with explanations if asked. */
export function naiveRound(round: Round, input: string, options: { explain?: boolean } = {}): string {
	const { state, orders } = start(round);
	const explanations = wishes(state).map((wish) => {
		const seen = look(state, orders, wish);
		return {
			application: wish.application.id,
			dwelling: wish.dwelling,
			place: seen.place || null,
			holderPlace: seen.holderPlace || null,
			because: because(state, seen, wish.application)
		};
	});
	return JSON.stringify(report(state, orders, input, options.explain ? { explanations } : {})) + '\n';
}

/** The text of the result after these households left, one after the other. */
export function naiveRefusals(round: Round, input: string, leavers: readonly string[]): string {
	const { state, orders } = start(round);
	let moves: { application: string; from: string | null; to: string | null }[] = [];
	for (const leaver of leavers) {
		moves = [];
		state.left.push(leaver);
		let freed = state.holding.get(leaver);
		state.holding.delete(leaver);
		if (freed !== undefined) moves.push({ application: leaver, from: freed, to: null });
		while (freed !== undefined) {
			const open: string = freed;
			const next = (orders.get(open) ?? []).find((id) => {
				const a = applicationOf(round, id);
				if (a.frozen !== undefined || state.left.includes(id)) return false;
				const held = state.holding.get(id);
				return held === undefined || a.choices.indexOf(open) < a.choices.indexOf(held);
			});
			if (next === undefined) break;
			freed = state.holding.get(next);
			moves.push({ application: next, from: freed ?? null, to: open });
			state.holding.set(next, open);
		}
	}
	return JSON.stringify(report(state, orders, input, { left: state.left, moves })) + '\n';
}
