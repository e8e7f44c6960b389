import { adequacyOf } from '$lib/domain/eligibility/adequacy';
import type { Notice } from '$lib/server/notices/notices/notice';

type Asked = { readonly notice: Notice; readonly persons: number; readonly carersRoom: boolean };

/** The sizes that households need, each kind under a number: the rules of their notice and the number of persons. */
export class HomeSizes {
	private readonly numbers = new Map<string, number>();
	private readonly asked: Asked[] = [];

	of(notice: Notice, persons: number, carersRoom: boolean): number {
		const kind = `${notice.id} ${persons} ${carersRoom}`;
		const known = this.numbers.get(kind);
		if (known !== undefined) return known;
		this.numbers.set(kind, this.asked.length);
		return this.asked.push({ notice, persons, carersRoom }) - 1;
	}

	/** The kinds that a home of this net area, in hundredths of m2, suits. */
	suitedBy(netAreaDm2: number | null): ReadonlySet<number> {
		const suited = this.asked.flatMap(({ notice: { rules }, persons, carersRoom }, number) =>
			adequacyOf(rules, netAreaDm2, persons, carersRoom) === 'adequate' ? [number] : []
		);
		return new Set(suited);
	}
}
