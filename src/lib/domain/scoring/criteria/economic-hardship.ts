import { euro, group, list, neverRising, points, rising } from '../../ruleset/kinds';
import { criterion } from '../criterion';

/** Points by band of ISEE, the upper end of each band included. */
export const economicHardship = criterion('economicHardship', {
	subscore: 'economic',
	numbers: { bands: list(group({ iseeCents: rising(euro), points: neverRising(points) })) },
	facts: ['iseeCents'],
	count({ household: { iseeCents } }, { bands }) {
		const band = bands.find((one) => iseeCents <= one.iseeCents);
		return band ? { points: band.points, because: { iseeCents, upToCents: band.iseeCents } } : null;
	}
});
