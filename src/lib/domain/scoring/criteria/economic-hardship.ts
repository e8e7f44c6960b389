import { criterion } from '../criterion';

/** Points by band of ISEE, the upper end of each band included. */
export const economicHardship = criterion('economicHardship', 'economic', ({ household }, { bands }) => {
	const band = bands.find(({ iseeCents }) => household.iseeCents <= iseeCents);
	return band ? { points: band.points, because: { iseeCents: household.iseeCents, upToCents: band.iseeCents } } : null;
});
