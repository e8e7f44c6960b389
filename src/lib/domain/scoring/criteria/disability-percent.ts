import { highestDisability } from '../../household/disabilities';
import { group, list, neverFalling, percent, points, rising } from '../../ruleset/kinds';
import { criterion } from '../criterion';

/** Points by the highest percentage of civil disability in the household, from each band's percentage on. */
export const disabilityPercent = criterion('disabilityPercent', {
	subscore: 'family',
	numbers: { bands: list(group({ percent: rising(percent), points: neverFalling(points) })) },
	facts: ['disabilities'],
	evenIfBlank: ['disabilityDetails'],
	proof: 'civil-disability',
	count({ health }, { bands }) {
		const percent = highestDisability(health);
		const band = bands.findLast((one) => percent >= one.percent);
		return band ? { points: band.points, because: { percent } } : null;
	}
});
