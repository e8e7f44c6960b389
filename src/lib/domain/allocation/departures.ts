import { compareBytes } from './byte-order';
import type { ComputedColumns } from './compute-round';
import type { Names } from './names';
import { RefusalChain, type ChainMove } from './refusal-chain';
import { reportOn } from './report';
import type { Move, RoundReport } from './round-result';

/** Why a household cannot leave. */
export type Unleavable = 'round-has-quotas' | 'unknown-application' | 'withdrawn-application' | 'already-left';

/** A computed round and the households that have left it, one after the other, each with its chain. */
export class Departures {
	private readonly left: string[] = [];
	/** The moves of the last departure. */
	private moves: readonly ChainMove[] = [];
	private chain: RefusalChain | null = null;

	/** @param computed its outcome is changed as households leave */
	constructor(readonly computed: ComputedColumns) {}

	/** Why a household cannot leave, or null. */
	obstacle(id: string): Unleavable | null {
		const { market, outcome } = this.computed;
		if (market.quotas.length > 0) return 'round-has-quotas';
		const application = numberOf(market.applications, id);
		if (application < 0) return 'unknown-application';
		if (market.active[application] === 0) return 'withdrawn-application';
		return outcome.left[application] === 1 ? 'already-left' : null;
	}

	/** Lets a household leave, unless there is an obstacle. */
	leave(id: string): Unleavable | null {
		const obstacle = this.obstacle(id);
		if (obstacle) return obstacle;
		const { market, orders, outcome } = this.computed;
		this.chain ??= new RefusalChain(market, orders, outcome);
		this.moves = this.chain.leave(numberOf(market.applications, id));
		this.left.push(id);
		return null;
	}

	/** The result after all departures so far. */
	report(notice: string, inputHash: string, options: { explain?: boolean } = {}): RoundReport {
		const report = reportOn(notice, inputHash, this.computed, options);
		if (this.left.length === 0) return report;
		return { ...report, left: [...this.left], moves: this.moves.map((move) => this.named(move)) };
	}

	private named({ application, from, to }: ChainMove): Move {
		const { applications, dwellings } = this.computed.market;
		const name = (dwelling: number) => (dwelling < 0 ? null : dwellings.at(dwelling)!);
		return { application: applications.at(application)!, from: name(from), to: name(to) };
	}
}

/** The number of an id among ids sorted by their bytes, or -1. */
function numberOf(ids: Names, id: string): number {
	let [from, end] = [0, ids.length];
	while (from < end) {
		const middle = (from + end) >> 1;
		const difference = compareBytes(ids.at(middle)!, id);
		if (difference === 0) return middle;
		if (difference < 0) from = middle + 1;
		else end = middle;
	}
	return -1;
}
