import { criterion } from '../criterion';

/** A member who receives the attendance allowance. */
export const attendanceAllowance = criterion('attendanceAllowance', 'family', ({ health }, { points }) =>
	health.disabilities?.some((one) => one.attendanceAllowance) ? { points, because: {} } : null
);
