import type { ComputedColumns } from '../allocation/compute-round';
import type { RoundResult } from '../allocation/round-result';
import type { RoundKind } from '../rounds/round-kind';
import type { Listed } from './committed-orders';
import { generalOrder } from './general-order';
import { publish, type Publication } from './publication';

/** A version, as far as its publication names it. */
export interface VersionToPublish {
	readonly notice: string;
	readonly version: number;
	readonly kind: RoundKind;
	/** Requests that listed each dwelling when the notice closed. */
	readonly listed: Listed;
	/** The publication of the final version before, if there is one. */
	readonly before: Publication | null;
}

/** The publication of a round that was worked out. */
export function publicationOf(
	{ market }: Pick<ComputedColumns, 'market'>,
	{ vacant }: Pick<RoundResult, 'vacant'>,
	about: VersionToPublish
): Publication {
	const dwellings = Array.from(market.capacity, (_, number) => market.dwellings.at(number)!);
	const free = new Set(vacant.map(({ dwelling }) => dwelling));
	const allocated = new Set(dwellings.filter((id) => !free.has(id)));
	return publish({ ...about, order: about.before ? [] : generalOrder(market), dwellings, allocated });
}
