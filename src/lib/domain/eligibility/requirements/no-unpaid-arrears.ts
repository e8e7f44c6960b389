import { absence, plainRequirement } from '../requirement';

/** Owes no culpable arrears for a public dwelling. */
export const noUnpaidArrears = plainRequirement('noUnpaidArrears', {
	facts: ['unpaidArrears'],
	judge: ({ household: { earlier } }) => absence(earlier.unpaidArrears, 'unpaid-arrears')
});
