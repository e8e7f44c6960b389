import { absence, requirement } from '../requirement';

/** Owes no culpable arrears for a public dwelling. */
export const noUnpaidArrears = requirement('noUnpaidArrears', ({ household: { earlier } }) =>
	absence(earlier.unpaidArrears, 'unpaid-arrears')
);
