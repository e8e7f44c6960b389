import { points } from '../../ruleset/kinds';
import { criterion } from '../criterion';

/** A member who receives the attendance allowance. */
export const attendanceAllowance = criterion('attendanceAllowance', {
	subscore: 'family',
	numbers: { points },
	facts: ['disabilities'],
	evenIfBlank: ['disabilityDetails'],
	proof: 'civil-disability',
	count: ({ health }, { points }) =>
		health.disabilities?.some((one) => one.attendanceAllowance) ? { points, because: {} } : null
});
