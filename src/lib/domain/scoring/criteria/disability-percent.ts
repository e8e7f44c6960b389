import { highestDisability } from '../../household/disabilities';
import { criterion } from '../criterion';

/** Points by the highest percentage of civil disability in the household, from each band's percentage on. */
export const disabilityPercent = criterion('disabilityPercent', 'family', ({ health }, { bands }) => {
	const percent = highestDisability(health);
	const band = bands.findLast((one) => percent >= one.percent);
	return band ? { points: band.points, because: { percent } } : null;
});
